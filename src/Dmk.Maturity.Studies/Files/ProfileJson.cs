using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A profile as JSON: each node in the part and in Germany. What is withheld or missing is null.</summary>
public static class ProfileJson
{
    /// <param name="language">Of the names.</param>
    public static string Of(Result.OfProfile result, Language language)
    {
        var asked = result.Figures.Asked;
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
                    id = asked.Model.Id,
                    version = asked.Model.Version,
                    hash = asked.Model.Hash,
                },
                of = new { variable = asked.Part.Variable.Id, code = asked.Part.Code },
                nodes = result.Figures.Nodes.Select(node => new
                {
                    node = node.Node.Id,
                    name = node.Node.Title.In(language),
                    part = Figure(node.Part),
                    germany = Figure(node.Germany),
                    difference = node.Difference is { } difference
                        ? new
                        {
                            value = Known(difference.Value),
                            standardError = Known(difference.StandardError),
                            lower = Known(difference.Lower),
                            upper = Known(difference.Upper),
                            p = Known(difference.P),
                            adjustedP = Known(node.AdjustedP),
                        }
                        : null,
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
