using System.CommandLine;
using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;
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
        return ResultReading.InFormats(
            options,
            new FolderCommand("trend", "How figures changed from earlier waves, with errors that know of companies in both.") { waves, by },
            (parsed, results, request, cancellation) =>
                results.Trend(
                    request with
                    {
                        By = parsed.GetValue(by) is { } id ? [id] : [],
                    },
                    ResultReading.Ids(parsed.GetValue(waves)),
                    cancellation
                ),
            new(TrendCsv.Of, TrendJson.Of, Plain)
        );
    }

    private static void Plain(StringBuilder lines, Result.Trend result, Language language)
    {
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
