using System.CommandLine;
using System.Globalization;
using System.Text;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>result trend</c>: changes from earlier waves, as GraphQL shows them.</summary>
internal static class TrendCommand
{
    public static Command Waves()
    {
        var options = new ResultOptions();
        var waves = new Option<string?>("--waves")
        {
            Description = "Studies that are waves before it, parted by commas; the wave before by default.",
            HelpName = "IDS",
        };
        var by = new Option<string?>("--by")
        {
            Description = "One reporting variable, as land; the total alone by default.",
            HelpName = "ID",
        };
        var command = options.InFormats(
            options.On(
                new FolderCommand("trend", "How figures changed from earlier waves, with errors that know of companies in both.")
                {
                    waves,
                    by,
                }
            )
        );
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    options.Server(parsed),
                    async services =>
                    {
                        var request = await options.Request(parsed, services, cancellation);
                        var earlier = parsed
                            .GetValue(waves)
                            ?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                        try
                        {
                            var result = await services
                                .GetRequiredService<StudyResults>()
                                .Trend(request with { By = parsed.GetValue(by) is { } id ? [id] : [] }, earlier, cancellation);
                            await parsed.InvocationConfiguration.Output.WriteAsync(
                                Written(result, options.FormatOf(parsed), options.LanguageOf(parsed))
                            );
                        }
                        catch (Exception exception) when (exception is ResultRequestException or NotPermittedException or NoDonorException)
                        {
                            throw new FaultException(exception.Message, exception);
                        }

                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static string Written(Result.Trend result, ResultFormat format, Language language) =>
        format switch
        {
            ResultFormat.Csv => Encoding.UTF8.GetString(TrendCsv.Of(result, language)),
            ResultFormat.Json => TrendJson.Of(result, language) + Environment.NewLine,
            ResultFormat.Table => Plain(result, language),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Plain(Result.Trend result, Language language)
    {
        var lines = new StringBuilder();
        if (result.Study.Synthetic)
        {
            lines.AppendLine("All companies and all their answers are SYNTHETIC.");
        }

        foreach (var wave in result.Figures.Waves)
        {
            var cells = wave.Cells.Append(wave.Total).ToArray();
            string[] names = [.. cells.Select(cell => cell == wave.Total ? "Total" : Name(cell, wave, language))];
            var width = names.Max(name => name.Length);
            lines.AppendLine(
                CultureInfo.InvariantCulture,
                $"{"".PadRight(width)}  {wave.Earlier.Design.Wave, 6}  {result.Study.Design.Wave, 6}  "
                    + $"change                         index  error of"
            );
            foreach (var (cell, name) in cells.Zip(names))
            {
                lines.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{name.PadRight(width)}  {Figure(cell.Before)}  {Figure(cell.After)}  {Change(cell)}"
                );
            }
        }

        return lines.ToString();
    }

    private static string Name(TrendCell cell, WaveChange wave, Language language) =>
        string.Join(", ", wave.Table.NamesOf(cell.After, language));

    private static string Figure(IndexCell? cell) =>
        (cell?.Figure.Estimate?.Value.ToString("0.0", CultureInfo.InvariantCulture) ?? "-").PadLeft(6);

    private static string Change(TrendCell cell) =>
        cell.Change is not { } change
            ? "withheld"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{change.Value, 5:+0.0;-0.0;0.0} [{change.Lower, 5:0.0}, {change.Upper, 5:0.0}] p {change.P:0.000}  "
                    + $"{cell.Index?.Value, 6:0.0}  {(cell.Overlap == WaveOverlap.Panel ? "panel" : "separate samples")}"
            );
}
