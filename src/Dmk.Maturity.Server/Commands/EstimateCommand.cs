using System.CommandLine;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>estimate</c>: the statistics of this program on any data file.</summary>
internal static class EstimateCommand
{
    public static Command Create()
    {
        var options = new EstimateOptions();
        var format = Settings.Choice("--format", "How the result is written.", ResultFormat.Table);
        var command = new Command(
            "estimate",
            "Estimates with standard errors from a CSV file: means, totals, shares, ratios and quantiles; stratified, weighted, calibrated."
        );
        options.AddTo(command);
        command.Options.Add(format);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var errors = parsed.InvocationConfiguration.Error;
                try
                {
                    var request = options.Request(parsed);
                    var found = await Estimated(parsed.GetValue(options.Data)!, options.Before(parsed), request, errors, cancellation);
                    foreach (var said in found.Said)
                    {
                        errors.WriteLine(said);
                    }

                    EstimateFile.Write(found, request, parsed.GetValue(format), parsed.InvocationConfiguration.Output);
                    return ExitCode.Good;
                }
                catch (DataException fault)
                {
                    throw new FaultException(fault.Message, fault);
                }
            }
        );
        return command;
    }

    /// <param name="before">The file of an earlier wave; null for none.</param>
    private static async Task<FileEstimates> Estimated(
        string file,
        string? before,
        EstimateRequest request,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var data = await TableFile.Read(file, request.Columns, errors, cancellation);
        var earlier = before is null ? null : await TableFile.Read(before, request.Columns, errors, cancellation);
        FileEstimates? found = null;
        await ProgressLine.ShowWhenSlow(
            errors,
            "Estimates",
            progress =>
            {
                var then = earlier is null ? null : Named(before!, () => FileEstimates.Prepared(request, earlier));
                found = Named(file, () => FileEstimates.Of(request, data, then, progress, cancellation));
                return Task.CompletedTask;
            }
        );
        return found!;
    }

    /// <exception cref="FaultException">A row or what is wanted is at fault: the file is named, as it is for its columns.</exception>
    private static FileEstimates Named(string file, Func<FileEstimates> found)
    {
        try
        {
            return found();
        }
        catch (DataException fault)
        {
            throw TableFile.Fault(file, fault);
        }
    }
}
