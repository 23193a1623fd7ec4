using System.Globalization;
using CsvHelper;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>The scores and ranks of a composite as rows: one per unit and node, for CSV, or the index alone, for reading.</summary>
internal static class CompositeLines
{
    /// <summary>Units in their order in the table; empty is missing, <c>tied</c> counts the units with this rank.</summary>
    public static async Task Csv(CompositeRun run, Stream output, CancellationToken cancellation)
    {
        // Scores, ranks and counts are numbers, which may be below 0; the names of units, nodes and levels are words.
        await using var csv = CsvWriter.Create(output, RowFile.CsvOptions, leaveOpen: true);
        string[] level = run.Model.HasLevels ? ["level"] : [];
        csv.WriteRecord(["unit", "node", "score", "rank", "tied", .. level]);
        var places = run.Scores.Select(scores => Place.Of(scores)).ToArray();
        for (var unit = 0; unit < run.Units.Count; unit++)
        {
            for (var node = 0; node < run.Scores.Count; node++)
            {
                var (score, place) = (run.Scores[node][unit], places[node][unit]);
                csv.WriteField(run.Units[unit]);
                csv.WriteField(run.Tree.Ids[node]);
                csv.WriteField(double.IsNaN(score) ? null : (double?)score);
                csv.WriteField(place?.Rank);
                csv.WriteField(place?.Tied);
                foreach (var _ in level)
                {
                    csv.WriteField(run.LevelOf(node, unit)?.Id ?? "");
                }

                csv.EndRecord();
            }
        }

        await csv.FlushAsync(cancellation);
    }

    public static void Table(CompositeRun run, CompositeSensitivity? sensitivity, TextWriter output)
    {
        var places = Place.Of(run.Scores[0]);
        var width = Math.Max(4, run.Units.Max(unit => unit.Length));
        output.WriteLine($"{"rank", 6}  {"unit".PadRight(width)} {"score", 10}{(sensitivity is null ? "" : "   5 to 95 % of ranks")}");
        foreach (var unit in Enumerable.Range(0, run.Units.Count).OrderBy(unit => places[unit]?.Rank ?? int.MaxValue))
        {
            var rank = places[unit] is { } place ? $"{place.Rank}{(place.Tied > 1 ? "=" : " ")}" : "- ";
            var score = places[unit] is null ? "-" : run.Scores[0][unit].ToString("0.0000", CultureInfo.InvariantCulture);
            var range = sensitivity is null
                ? ""
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"   {sensitivity.Ranks[unit].Quantile(0.05):0.#} to {sensitivity.Ranks[unit].Quantile(0.95):0.#}"
                );
            var level = run.LevelOf(0, unit) is { } reached ? $"   {reached.Id}" : "";
            output.WriteLine($"{rank, 6}  {run.Units[unit].PadRight(width)} {score, 10}{range}{level}".TrimEnd());
        }

        output.WriteLine("= is shared with others. - has no score.");
        if (run.Screened.Any(screened => screened))
        {
            output.WriteLine($"Too few indicators: {string.Join(", ", run.Units.Where((_, unit) => run.Screened[unit]))}.");
        }

        foreach (var said in Gaps(run))
        {
            output.WriteLine(said);
        }

        if (sensitivity is not null)
        {
            output.WriteLine(FormattableString.Invariant($"Ranks of {sensitivity.Draws} draws with --seed {sensitivity.Seed}."));
        }
    }

    /// <summary>What was imputed and what could not be, and why units have no score; a line each.</summary>
    public static IEnumerable<string> Gaps(CompositeRun run)
    {
        if (CompositeGaps.Empty(run) is { } empty)
        {
            yield return empty;
        }

        if (CompositeGaps.Imputed(run) is { } imputed)
        {
            yield return imputed;
        }

        foreach (var said in CompositeGaps.StillMissing(run))
        {
            yield return said;
        }

        foreach (var (unit, why) in CompositeGaps.Of(run))
        {
            yield return $"{unit} has no score. {why}.";
        }
    }
}
