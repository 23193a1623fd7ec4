using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Modelled cells as JSON, the direct figure beside the modelled value. What is withheld or missing is null.</summary>
public static class AreasJson
{
    /// <param name="language">Of the names.</param>
    public static string Of(Result.Areas result, Language language)
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
                cells = figures.Cells.Select(cell => new
                {
                    codes = cell
                        .Direct.Codes.Select((code, place) => (figures.Table.By[place].Id, Code: code))
                        .ToDictionary(one => one.Id, one => one.Code),
                    name = string.Join(", ", figures.Table.NamesOf(cell.Direct, language)),
                    direct = Figure(cell.Direct),
                    modelled = Known(cell.Modelled),
                    rootMeanSquaredError = Known(cell.RootMeanSquaredError),
                    shrinkage = Known(cell.Shrinkage),
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

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
