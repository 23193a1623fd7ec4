using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A table as JSON: what it was made from, and a list of cells, the total last. A number that is withheld or missing is
/// null.</summary>
public static class TableJson
{
    public static string Of(Result.Table result, Language language) =>
        JsonSerializer.Serialize(
            new
            {
                study = result.Study.Id,
                wave = result.Study.Design.Wave,
                synthetic = result.Study.Synthetic,
                release = "provisional",
                live = result.Data.Sight == Sight.Live,
                dataVersion = result.Data.Version,
                computedAt = result.Data.ComputedAt,
                index = new
                {
                    id = result.Figures.Model.Id,
                    version = result.Figures.Model.Version,
                    hash = result.Figures.Model.Hash,
                },
                node = result.Figures.Node.Id,
                measure = result.Figures.Measure.Code,
                answered = result.Figures.Basis.Answered,
                companies = result.Figures.Basis.Companies,
                mergers = result.Figures.Basis.Mergers.OrderBy(land => land.Key, StringComparer.Ordinal).ToDictionary(),
                recompute = Recomputation.Of(result),
                filter = result.Figures.Filter.ToDictionary(part => part.Variable.Id, part => part.Code),
                where = result.Data.Where,
                condition = result.Data.Condition?.Id,
                cells = result.Figures.Cells.Append(result.Figures.Total).Select(cell => Cell(result, cell, language)),
            }
        );

    private static object Cell(Result.Table result, IndexCell cell, Language language) =>
        new
        {
            codes = cell.Codes.Select((code, place) => (result.Figures.By[place].Id, code)).ToDictionary(one => one.Id, one => one.code),
            name = string.Join(", ", result.Figures.NamesOf(cell, language)),
            estimate = Known(cell.Figure.Estimate?.Value),
            standardError = Known(cell.Figure.Estimate?.StandardError),
            lower = Known(cell.Figure.Estimate?.Lower),
            upper = Known(cell.Figure.Estimate?.Upper),
            confidence = Known(cell.Figure.Estimate?.Level),
            interval = cell.Figure.Estimate is { } figure ? JsonNamingPolicy.CamelCase.ConvertName(figure.Method.ToString()) : null,
            degreesOfFreedom = Known(cell.Figure.Estimate?.DegreesOfFreedom),
            bound = cell.Figure.Bound is { } bound ? new { lower = bound.Lower, upper = bound.Upper } : null,
            maturityLevel = cell.Level?.Id,
            respondents = cell.Figure.Estimate?.Respondents,
            effectiveRespondents = Known(cell.Figure.Estimate?.EffectiveRespondents),
            population = Known(cell.Figure.Estimate?.Population),
            status = cell.Figure.Status.ToString(),
            framePopulation = result.FieldOf(cell)?.FramePopulation,
            drawn = result.FieldOf(cell)?.Drawn,
            responseRate = result.FieldOf(cell)?.Rate is { } rate ? new { rr1 = rate.Rr1, rr2 = rate.Rr2 } : null,
        };

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
