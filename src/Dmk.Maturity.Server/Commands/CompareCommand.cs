using System.CommandLine;
using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>result compare</c>: the Länder beside each other, as GraphQL shows them.</summary>
internal static class CompareCommand
{
    public static Command Laender()
    {
        var options = new ResultOptions();
        var mix = new Option<string?>("--mix")
        {
            Description = "By what the Länder differ in their companies, parted by commas, as in sector; the study's first by default.",
            HelpName = "IDS",
        };
        return ResultReading.InFormats(
            options,
            new FolderCommand("compare", "The Länder beside each other: ranks, differences, mix of companies.") { mix },
            (parsed, results, request, cancellation) => results.Compare(request, ResultReading.Ids(parsed.GetValue(mix)), cancellation),
            new(ComparisonCsv.Of, ComparisonJson.Of, Plain)
        );
    }

    private static void Plain(StringBuilder lines, Result.Comparison result, Language language)
    {
        var names = result.Figures.Laender.Select(land => string.Join(", ", result.Figures.Table.NamesOf(land.Cell, language))).ToArray();
        var width = names.Max(name => name.Length);
        lines.AppendLine(
            CultureInfo.InvariantCulture,
            $"{"".PadRight(width)}  estimate  rank  may be   to Germany           adjusted for mix"
        );
        foreach (var (land, name) in result.Figures.Laender.Zip(names))
        {
            lines.AppendLine(
                land.Cell.Figure.Estimate is { } estimate
                    ? $"{name.PadRight(width)}  {Number(estimate.Value, 8)}  {Ranks(land)}   {Difference(land.ToGermany)}   "
                        + (
                            land.Mix is { } mix
                                ? $"{Number(mix.Adjusted.Value, 6)} ({mix.Covered.ToString("0 %", CultureInfo.InvariantCulture)})"
                                : "withheld"
                        )
                    : $"{name.PadRight(width)}  {StatusWords.Of(land.Cell.Figure.Status).In(language)}"
            );
        }

        if (result.Figures.Germany.Figure.Estimate is { } germany)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{"Germany".PadRight(width)}  {Number(germany.Value, 8)}");
        }

        var apart = result.Figures.Pairs.Count(pair => pair.AdjustedP < 0.05);
        lines.AppendLine(
            CultureInfo.InvariantCulture,
            $"{apart} of {result.Figures.Pairs.Count} pairs of Länder can be told apart (5 %, after Holm)."
        );
    }

    private static string Ranks(ComparedLand land) =>
        land.Rank is { } rank ? $"{rank.Rank, 4}  {$"{rank.Best} to {rank.Worst}", -8}" : "                ";

    private static string Difference(PublishedDifference? difference) =>
        difference is null
            ? "withheld            "
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{difference.Value, 5:+0.0;-0.0;0.0} [{difference.Lower, 5:0.0}, {difference.Upper, 5:0.0}]"
            );

    private static string Number(double value, int width) => value.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(width);
}
