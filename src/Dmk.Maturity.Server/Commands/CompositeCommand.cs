using System.CommandLine;
using System.Text;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>composite --data FILE --model index.yaml --unit COL</c>: an index model on any table of units x indicators.</summary>
internal static class CompositeCommand
{
    public static Command Create()
    {
        var data = Required("--data", "The table: CSV with a head, one line per unit.", "FILE");
        var model = Required("--model", "The index model, whose leaves name columns of the table.", "FILE");
        var unit = Required("--unit", "The column that names the units, each once.", "COL");
        var draws = Settings.Count(
            "--sensitivity",
            "So many draws of weights, normalisation, aggregation and indicators left out, as the model says; 0 for none.",
            0,
            0,
            100_000
        );
        var seed = new Option<long>("--seed")
        {
            Description = "Of the draws; the same seed gives the same numbers. 0 by default.",
            HelpName = "S",
        };
        var format = Settings.Choice(
            "--format",
            "How the result is written: table is the index, csv has every node, json tells everything.",
            ResultFormat.Table
        );
        var command = new Command("composite", "Computes a composite index of any table of units and indicators.")
        {
            data,
            model,
            unit,
            draws,
            seed,
            format,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                try
                {
                    var read = CompositeModel.Read(parsed.GetValue(model)!);
                    var errors = parsed.InvocationConfiguration.Error;
                    var run = await Computed(read, parsed.GetValue(data)!, parsed.GetValue(unit)!, errors, cancellation);
                    var sensitivity = await Drawn(run, parsed.GetValue(draws), parsed.GetValue(seed), errors);
                    Warn(run, parsed.GetValue(format), errors);
                    await Write(run, sensitivity, parsed.GetValue(format), parsed.InvocationConfiguration.Output, cancellation);
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

    private static async Task<CompositeRun> Computed(
        CompositeModel model,
        string file,
        string unit,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var data = await TableFile.Read(file, model.Wanted(unit), errors, cancellation);
        try
        {
            return CompositeRun.Of(model, data, unit);
        }
        catch (DataException fault)
        {
            throw TableFile.Fault(file, fault);
        }
    }

    /// <returns>Null for no draws.</returns>
    private static async Task<CompositeSensitivity?> Drawn(CompositeRun run, int draws, long seed, TextWriter errors)
    {
        CompositeSensitivity? drawn = null;
        await ProgressLine.ShowWhenSlow(
            errors,
            "Composites computed",
            progress =>
            {
                drawn = draws > 0 ? CompositeSensitivity.Of(run, draws, seed, progress) : null;
                return Task.CompletedTask;
            }
        );
        return drawn;
    }

    /// <summary>A CSV file has rows of scores and no room for reasons.</summary>
    private static void Warn(CompositeRun run, ResultFormat format, TextWriter errors)
    {
        foreach (var said in format == ResultFormat.Csv ? CompositeLines.Gaps(run) : [])
        {
            errors.WriteLine(said);
        }
    }

    private static async Task Write(
        CompositeRun run,
        CompositeSensitivity? sensitivity,
        ResultFormat format,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        switch (format)
        {
            case ResultFormat.Json:
                CompositeFile.Write(run, sensitivity, output);
                break;
            case ResultFormat.Csv:
                using (var written = new MemoryStream())
                {
                    await CompositeLines.Csv(run, written, cancellation);
                    await output.WriteAsync(Encoding.UTF8.GetString(written.ToArray()).AsMemory(), cancellation);
                }

                break;
            case ResultFormat.Table:
                CompositeLines.Table(run, sensitivity, output);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Option<string> Required(string name, string description, string placeholder) =>
        new(name)
        {
            Description = description,
            Required = true,
            HelpName = placeholder,
        };
}
