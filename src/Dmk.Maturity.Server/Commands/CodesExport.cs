using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Server;

/// <summary>What has been done of an export of access codes.</summary>
internal enum ExportStep
{
    Made,
    Written,
    Synced,
    InForce,
    Renamed,
}

/// <summary>Writes fresh access codes into a file for letters and puts them in force, so that at no moment a company is without a code that
/// somebody has.</summary>
/// <remarks>The codes are on the disk as FILE.new before one transaction puts them in force; after it FILE.new becomes FILE. Renaming first
/// would leave, after a kill in between, a file that looks finished and opens nothing. This way a kill leaves FILE.new, and the next export
/// asks the store which of the two it is: in force, then it is given its name; not in force, then it is removed.</remarks>
internal sealed class CodesExport(CodeIssue issue, string study, string path, TextWriter output)
{
    /// <summary>What the file is written through; tests let the disk be full here.</summary>
    public Func<Stream, Stream> Through { get; init; } = stream => stream;

    /// <summary>Called after each step; tests interrupt here.</summary>
    public Action<ExportStep> Reached { get; init; } = _ => { };

    /// <summary>How many codes have come into force.</summary>
    public int InForce { get; private set; }

    private string Aside => FreshFile.Aside(path);

    /// <returns>1 where there was nobody to write a code for, so that no file was written.</returns>
    /// <exception cref="FaultException">The file cannot be written or names are missing; nothing has changed.</exception>
    public async Task<int> Run(int count, Recipients recipients, CancellationToken cancellation)
    {
        FreshFile.RefuseExisting(path);
        if (Path.Exists(Aside) && await Finish())
        {
            return ExitCode.Good;
        }

        var codes = await issue.Make(study, count, recipients, cancellation);
        Reached(ExportStep.Made);
        if (codes.Invitations.Count == 0)
        {
            output.WriteLine(NothingToWrite(recipients));
            return ExitCode.Fault;
        }

        if (codes.Nameless > 0)
        {
            throw new FaultException(
                $"{codes.Nameless} of {Counted.Of(codes.Invitations.Count, "company has", "companies have")} no name in contacts.db, so "
                    + "their letters could not be addressed. Nothing was written, and all codes stay as they are. Restore contacts.db from "
                    + "a backup."
            );
        }

        try
        {
            await Write(codes, cancellation);
        }
        catch (OperationCanceledException exception)
        {
            throw new FaultException($"Interrupted. {path} was not written, and all earlier codes stay good.", exception);
        }

        return ExitCode.Good;
    }

    private async Task Write(FreshCodes codes, CancellationToken cancellation)
    {
        using var file = FreshFile.Create(path);
        try
        {
            await CodesFile.Write(Through(file.Content), codes.Invitations, cancellation);
            Reached(ExportStep.Written);
            file.Sync();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(
                $"{path} was not written, and all earlier codes stay good: {exception.Message.TrimEnd('.')}.",
                exception
            );
        }

        Reached(ExportStep.Synced);
        var ended = await PutInForce(codes, file, cancellation);
        file.Keep();
        InForce = codes.Invitations.Count;
        Reached(ExportStep.InForce);
        try
        {
            file.Rename();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(
                $"{Aside} holds the codes, which are in force; it could not be renamed: {exception.Message}",
                exception
            );
        }

        Reached(ExportStep.Renamed);
        output.WriteLine(
            $"{Counted.Of(codes.Invitations.Count, "code")} written to {Path.GetFullPath(path)}. Keep this file as you keep the answers."
        );
        if (ended > 0)
        {
            output.WriteLine(
                $"{(ended == 1 ? "The code" : "The codes")} of {Counted.Of(ended, "earlier letter")} {(ended == 1 ? "has" : "have")} ended."
            );
        }
    }

    private async Task<int> PutInForce(FreshCodes codes, FreshFile file, CancellationToken cancellation)
    {
        try
        {
            return await issue.PutInForce(codes, IssuedFor.Letters, cancellation);
        }
        catch (Exception exception) when (CommitUnknownException.IsIn(exception))
        {
            file.Keep();
            throw new FaultException(
                $"The disk failed while the codes in {Aside} were put in force. Export again to the same file: it looks whether they are, "
                    + "and finishes or removes what is there.",
                exception
            );
        }
        catch (Exception exception) when (StoreFault.Of(exception) is { } fault)
        {
            throw new FaultException(
                $"The database cannot be written ({fault.Reason}). {path} was not written, and all earlier codes stay good.",
                exception
            );
        }
    }

    /// <summary>Looks at what an interrupted export has left.</summary>
    /// <returns>True when its codes are in force, and the file has its name now.</returns>
    private async Task<bool> Finish()
    {
        if (!CodesFile.IsBegun(Aside))
        {
            throw new FaultException($"{Aside} is in the way, and no export has written it. Move it, or choose another --out.");
        }

        var opens = CodesFile.FirstCode(Aside) is { } code ? await issue.StudyOf(code) : null;
        if (opens is null)
        {
            File.Delete(Aside);
            output.WriteLine($"{Aside} was left by an export that was interrupted. None of its codes was in force; it is removed.");
            return false;
        }

        if (opens != study)
        {
            throw new FaultException(
                $"{Aside} was left by an interrupted export of {opens}, and its codes are in force. Export {opens} to {path} to finish it."
            );
        }

        var written = CodesFile.Read(Aside).Count;
        File.Move(Aside, path);
        output.WriteLine(
            $"An earlier export was interrupted after its {Counted.Of(written, "code was", "codes were")} in force. "
                + $"{(written == 1 ? "It stands" : "They stand")} in {Path.GetFullPath(path)} now; no further ones were made."
        );
        return true;
    }

    private static string NothingToWrite(Recipients recipients) =>
        recipients == Recipients.All
            ? "Nothing to write: every company of the sample has submitted."
            : "Nothing to write: every company that has not submitted has a letter with a valid code. --reissue replaces them.";
}
