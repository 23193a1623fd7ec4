using System.CommandLine;
using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>result instrument</c>: how the items of a scale go together and were answered, as GraphQL shows it.</summary>
internal static class InstrumentCommand
{
    private const int NumberWidth = 8;

    public static Command Instrument()
    {
        var options = new ResultOptions();
        return ResultReading.InFormats(
            options,
            new FolderCommand("instrument", "How well what stands below a node measures one thing, and how many have no score of it."),
            (_, results, request, cancellation) => results.Instrument(request, cancellation),
            new(InstrumentCsv.Of, InstrumentJson.Of, Plain)
        );
    }

    private static string Having(long? companies) =>
        companies is { } count ? Counted.Of(count, "company that has", "companies that have") : "companies that have";

    private static void Plain(StringBuilder lines, Result.OfInstrument result, Language language)
    {
        var (reliability, items) = (result.Figures.Reliability, result.Figures.Items);
        lines.AppendLine(
            reliability.Weighted is { } weighted
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"alpha {Number(weighted.Alpha)}, omega {Number(weighted.Omega)} of {Having(reliability.Companies)} all items "
                        + $"(unweighted alpha {Number(reliability.Unweighted!.Alpha)})"
                )
                : StatusWords.Of(reliability.Status).In(language)
        );
        string[] names = [.. items.Select(item => item.Node.Title.In(language))];
        var width = names.Max(name => name.Length);
        string[] heads = ["with rest", "alpha without", "loading", "mean", "no score %", .. items[0].Levels.Select(one => one.Level.Id)];
        lines.AppendLine(CultureInfo.InvariantCulture, $"{"".PadRight(width)}  {string.Join("  ", heads.Select(Padded))}");
        foreach (var (place, item) in items.Index())
        {
            string[] cells = [.. Cells(item, reliability.Weighted?.Items[place])];
            lines.AppendLine(
                CultureInfo.InvariantCulture,
                $"{names[place].PadRight(width)}  {string.Join("  ", cells.Zip(heads, (cell, head) => cell.PadLeft(Padded(head).Length)))}"
            );
        }
    }

    private static IEnumerable<string> Cells(InstrumentItem item, ScaleItem? among) =>
        [
            Number(among?.WithRest),
            Number(among?.AlphaWithout),
            Number(among?.Loading),
            Tenths(item.Figure.Figure.Estimate?.Value),
            Tenths(item.Response.WeightedShare),
            .. item.Levels.Select(share => Tenths(share.Figure.Estimate?.Value)),
        ];

    private static string Padded(string head) => head.PadLeft(NumberWidth);

    private static string Number(double? value) => Written(value, "0.00");

    private static string Tenths(double? value) => Written(value, "0.0");

    private static string Written(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "-";
}
