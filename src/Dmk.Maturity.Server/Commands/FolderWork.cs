using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Server;

/// <summary>Work on a data folder: with grains and storage that are started for it, or within the server that holds the folder.</summary>
internal static class FolderWork
{
    /// <summary>Runs the work here where nobody has the folder open, and lets the server that has it open run the command
    /// otherwise. Where another command has it open, waits a little for its end.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="FaultException">There is no such folder, or who holds it takes no commands.</exception>
    public static async Task<int> Run(
        ParseResult parsed,
        ServerSettings settings,
        Func<IServiceProvider, Task<int>> work,
        CancellationToken cancellation
    )
    {
        var place = CommandPlace.Of(parsed);
        if (place.Server is { } server)
        {
            RefuseOtherQuestionnaires(parsed, settings, server);
            return await work(server);
        }

        var wait = new FolderWait(settings.Data, place.Error);
        while (true)
        {
            try
            {
                return await Alone(settings, work, cancellation);
            }
            catch (DataFolderException held) when (held.IsInUse)
            {
                // By a server that runs the command, or by a command that ends soon.
            }

            using var socket = CommandCall.Connect(settings.Data, out var refusal);
            if (socket is not null)
            {
                return await CommandCall.Run(socket, place, cancellation);
            }

            await wait.OrThrow(refusal!, cancellation);
        }
    }

    /// <summary>Starts grains and storage, does one thing, stops.</summary>
    /// <exception cref="DataFolderException">The folder cannot be used, for instance because a server holds it.</exception>
    public static async Task<T> Alone<T>(ServerSettings settings, Func<IServiceProvider, Task<T>> work, CancellationToken cancellation)
    {
        if (!Directory.Exists(settings.Data))
        {
            throw new FaultException($"There is no data folder {Path.GetFullPath(settings.Data)}; name one with --data.");
        }

        MachineNeeds.Check(settings, TimeProvider.System.GetUtcNow());
        using var host = DmkServer.BuildInside(settings);
        await host.StartAsync(cancellation);
        try
        {
            return await work(host.Services);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Does what a command does, between two entries of the audit log.</summary>
    public static Task Audited(IServiceProvider services, Deed deed, Func<Task> work) =>
        services.GetRequiredService<AuditLog>().Around(deed, work);

    /// <exception cref="FaultException">There is no such study; the message says which there are.</exception>
    public static async Task<Study> Study(IServiceProvider services, string id, CancellationToken cancellation)
    {
        var catalogue = services.GetRequiredService<Catalogue>();
        if (await catalogue.Study(id, cancellation) is { } study)
        {
            return study;
        }

        var known = await catalogue.Studies(cancellation);
        throw new FaultException(
            known.Count == 0
                ? $"No study has been published in this data folder. {NextStep.Publish}"
                : $"There is no study {id}; there is {string.Join(", ", known.Select(one => one.Id))}."
        );
    }

    /// <summary>A server has read its classifications when it started; others would be ignored in silence.</summary>
    private static void RefuseOtherQuestionnaires(ParseResult parsed, ServerSettings settings, IServiceProvider server)
    {
        var own = Path.GetFullPath(server.GetRequiredService<IOptions<DmkGrainsOptions>>().Value.Questionnaires);
        var isTyped = parsed.GetResult(Settings.QuestionnairesName) is System.CommandLine.Parsing.OptionResult { Implicit: false };
        if (isTyped && Path.TrimEndingDirectorySeparator(CommandPlace.FullPath(parsed, settings.Questionnaires)) != Trimmed(own))
        {
            throw new FaultException(
                $"The server that holds this data folder reads its classifications from {own}. Leave out {Settings.QuestionnairesName}, "
                    + "or stop the server first."
            );
        }
    }

    private static string Trimmed(string folder) => Path.TrimEndingDirectorySeparator(folder);
}
