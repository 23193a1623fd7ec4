using System.Text.Json;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A comparison of the Länder as JSON. What is withheld or missing is null.</summary>
public static class ComparisonJson
{
    /// <param name="language">Of the names.</param>
    public static string Of(Result.Comparison result, Language language)
    {
        var figures = result.Figures;
        return JsonSerializer.Serialize(
            new
            {
                study = result.Study.Id,
                wave = result.Study.Design.Wave,
                synthetic = result.Study.Synthetic,
                live = result.Data.Sight == Sight.Live,
                dataVersion = result.Data.Version,
                computedAt = result.Data.ComputedAt,
                index = new
                {
                    id = figures.Asked.Model.Id,
                    version = figures.Asked.Model.Version,
                    hash = figures.Asked.Model.Hash,
                },
                node = figures.Asked.Node.Id,
                mix = figures.Asked.Mix.Select(variable => variable.Id),
                germany = Figure(figures.Germany),
                laender = figures.Laender.Select(land => new
                {
                    land = land.Cell.Codes[0],
                    name = string.Join(", ", figures.Table.NamesOf(land.Cell, language)),
                    figure = Figure(land.Cell),
                    rank = Rank(land.Rank),
                    rankAlone = Rank(land.RankAlone),
                    toGermany = Difference(land.ToGermany, land.AdjustedP),
                    mix = land.Mix is { } mix
                        ? new
                        {
                            adjusted = Difference(mix.Adjusted, double.NaN),
                            covered = mix.Covered,
                            difference = Difference(mix.Difference, double.NaN),
                            composition = Difference(mix.Composition, double.NaN),
                            within = Difference(mix.Within, double.NaN),
                        }
                        : null,
                }),
                pairs = figures.Pairs.Select(pair => new
                {
                    one = pair.One,
                    other = pair.Other,
                    difference = Difference(pair.Difference, pair.AdjustedP),
                }),
            }
        );
    }

    private static object Figure(IndexCell cell) =>
        new
        {
            estimate = Known(cell.Figure.Estimate?.Value),
            standardError = Known(cell.Figure.Estimate?.StandardError),
            lower = Known(cell.Figure.Estimate?.Lower),
            upper = Known(cell.Figure.Estimate?.Upper),
            respondents = cell.Figure.Estimate?.Respondents,
            status = cell.Figure.Status.ToString(),
        };

    private static object? Rank(RankSet? set) =>
        set is null
            ? null
            : new
            {
                rank = set.Rank,
                best = set.Best,
                worst = set.Worst,
            };

    private static object? Difference(PublishedDifference? difference, double adjusted) =>
        difference is null
            ? null
            : new
            {
                value = Known(difference.Value),
                standardError = Known(difference.StandardError),
                lower = Known(difference.Lower),
                upper = Known(difference.Upper),
                p = Known(difference.P),
                adjustedP = Known(adjusted),
            };

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
