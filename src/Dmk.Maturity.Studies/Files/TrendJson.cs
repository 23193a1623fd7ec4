using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A trend as JSON. What is withheld or missing is null.</summary>
public static class TrendJson
{
    /// <param name="language">Of the names.</param>
    public static string Of(Result.Trend result, Language language)
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
                    id = figures.Model.Id,
                    version = figures.Model.Version,
                    hash = figures.Model.Hash,
                },
                node = figures.Node.Id,
                by = figures.By.Select(variable => variable.Id),
                waves = figures.Waves.Select(wave => new
                {
                    study = wave.Earlier.Id,
                    wave = wave.Earlier.Design.Wave,
                    synthetic = wave.Earlier.Synthetic,
                    dataVersion = wave.Before.Version,
                    years = wave.Years,
                    total = Cell(wave.Total, wave, language),
                    cells = wave.Cells.Select(cell => Cell(cell, wave, language)),
                }),
            }
        );
    }

    private static object Cell(TrendCell cell, WaveChange wave, Language language) =>
        new
        {
            code = cell.After.Codes.Count == 0 ? null : cell.After.Codes[0],
            name = string.Join(", ", wave.Table.NamesOf(cell.After, language)),
            before = cell.Before is { } before ? Figure(before) : null,
            after = Figure(cell.After),
            change = Difference(cell.Change),
            index = Difference(cell.Index),
            overlap = cell.Overlap?.ToString(),
            inBoth = cell.InBoth,
        };

    private static object Figure(IndexCell cell) =>
        new
        {
            estimate = Known(cell.Figure.Estimate?.Value),
            standardError = Known(cell.Figure.Estimate?.StandardError),
            respondents = cell.Figure.Estimate?.Respondents,
            status = cell.Figure.Status.ToString(),
        };

    private static object? Difference(PublishedDifference? difference) =>
        difference is null
            ? null
            : new
            {
                value = Known(difference.Value),
                standardError = Known(difference.StandardError),
                lower = Known(difference.Lower),
                upper = Known(difference.Upper),
                p = Known(difference.P),
            };

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
