using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>How ranks hang on weights as JSON.</summary>
public static class SensitivityJson
{
    /// <param name="language">Of the names.</param>
    public static string Of(Result.Sensitivity result, Language language)
    {
        var (figures, land) = (result.Figures, result.Study.Design.Land);
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
                measure = result.Declared.Figures.Measure.Code,
                draws = figures.Draws,
                laender = figures.Laender.Select(one => new
                {
                    land = one.Land,
                    name = land.LabelOf(one.Land).In(language),
                    declared = one.Declared,
                    median = one.Median,
                    from = one.From,
                    to = one.To,
                    same = one.Same,
                }),
                unranked = figures.Unranked,
            }
        );
    }
}
