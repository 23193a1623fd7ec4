using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The commands that give the figures of a table again: one writes the file of microdata, the other estimates from it.</summary>
/// <remarks>The file names its index and version in every row and the estimate asks for them, so that it fails on a file of another.
/// Weighting classes are the strata of the variance and companies of the frame in them their populations; a calibration is done
/// again, as its variance is that of the residuals. What the gate withholds is in the file and so in the command's answer. In a census, a
/// cell in which all have answered is exact in a table and has an interval in the command's answer.</remarks>
public static class Recomputation
{
    /// <summary>What the commands call the file of microdata.</summary>
    public const string Data = "microdata.csv";

    /// <summary>What the commands call the file of totals to which weights are calibrated.</summary>
    public const string Totals = "totals.csv";

    private const string Adjusted = " --intervals adjusted";

    /// <summary>What the file is for, as the audit log will hold it.</summary>
    private const string Purpose = "to recompute tables";

    /// <returns>Two lines, a command each. Null for figures of other weights of the dimensions, for which the index would have to be made
    /// anew, per person employed, under a condition, and for readers other than operators: a file of microdata holds all that have
    /// answered.</returns>
    public static string? Of(Result.Table result)
    {
        var table = result.Figures;
        var columns = MicrodataColumns.Of(table.Design, table.Model);
        return result.Data.Sight != Sight.Live || result.Data.Where is not null ? null
            : Estimate(table, columns) is { } estimate ? $"{Export(result)}\n{estimate}"
            : null;
    }

    private static string? Estimate(IndexTable table, MicrodataColumns columns) =>
        table.Measure switch
        {
            NodeMeasure.Mean => Command(
                table,
                columns.Score(table.Node),
                string.Create(CultureInfo.InvariantCulture, $"--scale {table.Model.ScaleFrom},{table.Model.ScaleTo}"),
                Adjusted
            ),
            NodeMeasure.ShareAt => Command(table, columns.Level(table.Node), "--statistic share", Adjusted),
            NodeMeasure.Quantile quantile => Command(
                table,
                columns.Score(table.Node),
                $"--statistic quantile --quantile {quantile.Number}",
                ""
            ),
            _ => null,
        };

    private static string Export(Result.Table result) =>
        $"microdata export {result.Study.Id} --index {VersionedId.Of(result.Figures.Model)} --purpose \"{Purpose}\" --out {Data}"
        + (result.Figures.Design.Weights.Calibration is null ? "" : $" --totals {Totals}");

    /// <param name="intervals">The option that says of which variance they are; empty where there is one alone.</param>
    private static string Command(IndexTable table, string variable, string measure, string intervals) =>
        string.Join(
            ' ',
            [
                $"estimate --data {Data} --variable {variable} {measure}",
                .. Weights(table.Design.Weights),
                $"--strata {MicrodataColumns.Class}",
                .. table.Design.Weights.FinitePopulation == FinitePopulation.None
                    ? Array.Empty<string>()
                    : [$"--fpc {MicrodataColumns.Population}"],
                .. table.By.Count == 0 ? Array.Empty<string>() : [$"--by {string.Join(',', table.By.Select(one => one.Id))}"],
                $"--where {MicrodataColumns.Index}={VersionedId.Of(table.Model)}",
                .. table.Filter.Select(part => $"--where {part.Variable.Id}={part.Code}"),
                $"--lonely {JsonNamingPolicy.CamelCase.ConvertName(table.Design.Lonely.ToString())}",
                $"--df satterthwaite{intervals} --format json",
            ]
        );

    private static IEnumerable<string> Weights(WeightRule rule)
    {
        if (rule.Calibration is not { } calibration)
        {
            yield return $"--weight {MicrodataColumns.Weight}";
            yield break;
        }

        yield return $"--weight {MicrodataColumns.WeightBefore} --calibrate {Totals} --distance {calibration.Distance.Code}";
        if (calibration.Distance.Limits is { } limits)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--bounds {limits.Lower},{limits.Upper}");
        }
    }
}
