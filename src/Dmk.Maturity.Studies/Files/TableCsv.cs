using System.Text.Json;
using CsvHelper;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A table as a file: one line per cell, decimal point, UTF-8 with the mark by which spreadsheets know it. Withheld cells have
/// empty numbers and say why. New columns come last.</summary>
public static class TableCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    private const string Total = "Total";

    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    public static string FileName(Result.Table result) =>
        string.Join(
            '_',
            [
                result.Study.Id,
                result.Figures.Node.Id,
                string.Join('-', result.Figures.By.Select(variable => variable.Id)),
                .. result.Figures.Filter.Select(part => $"{part.Variable.Id}-{part.Code}"),
                .. MeasureOf(result.Figures.Measure),
                .. ConditionOf(result.Data),
            ]
        ) + ".csv";

    private static IEnumerable<string> MeasureOf(NodeMeasure measure) =>
        measure switch
        {
            NodeMeasure.ShareAt share => [$"share-at-{share.Level.Id}"],
            NodeMeasure.Quantile quantile => [$"quantile-{quantile.Number}"],
            NodeMeasure.OtherWeights => ["other-weights"],
            NodeMeasure.PerPerson => ["per-person-employed"],
            _ => [],
        };

    private static IEnumerable<string> ConditionOf(DataState data) =>
        data.Condition is { } declared ? [$"only-{declared.Id}"]
        : data.Where is not null ? ["some"]
        : [];

    /// <param name="language">Of the names; codes and heads are the same in all.</param>
    public static byte[] Of(Result.Table result, Language language)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, _options, leaveOpen: true))
        {
            csv.WriteRecord([
                "study",
                "wave",
                "synthetic",
                "release",
                "index",
                "index_version",
                "node",
                .. result.Figures.Filter.Select(part => part.Variable.Id),
                .. result.Figures.By.Select(variable => variable.Id),
                "name",
                "estimate",
                "standard_error",
                "lower",
                "upper",
                "confidence_level",
                "interval_method",
                "maturity_level",
                "respondents",
                "effective_respondents",
                "coefficient_of_variation",
                "status",
                "data_version",
                "bound_lower",
                "bound_upper",
                "degrees_of_freedom",
                "population",
                "answered",
                "companies",
                "mergers",
                "measure",
                "frame_population",
                "drawn",
                "rr1",
                "rr2",
                "condition",
            ]);
            foreach (var cell in result.Figures.Cells.Append(result.Figures.Total))
            {
                Write(csv, result, cell, language);
            }
        }

        return file.ToArray();
    }

    private static void Write(CsvWriter csv, Result.Table result, IndexCell cell, Language language)
    {
        var (study, table) = (result.Study, result.Figures);
        csv.WriteField(study.Id);
        csv.WriteField(study.Design.Wave);
        csv.WriteField(study.Synthetic ? "true" : "false");
        csv.WriteField("provisional");
        csv.WriteField(table.Model.Id);
        csv.WriteField(table.Model.Version);
        csv.WriteField(table.Node.Id);
        foreach (var part in table.Filter)
        {
            csv.WriteField(part.Code);
        }

        foreach (var place in Enumerable.Range(0, table.By.Count))
        {
            csv.WriteField(cell.Codes.Count == 0 ? Total : cell.Codes[place]);
        }

        csv.WriteField(string.Join(", ", table.NamesOf(cell, language)));
        WriteFigures(csv, cell.Figure.Estimate, cell.Level?.Id);
        csv.WriteField(cell.Figure.Status.ToString());
        csv.WriteField(result.Data.Version);
        csv.WriteField(cell.Figure.Bound?.Lower);
        csv.WriteField(cell.Figure.Bound?.Upper);
        csv.WriteField(Known(cell.Figure.Estimate?.DegreesOfFreedom));
        csv.WriteField(Known(cell.Figure.Estimate?.Population));
        csv.WriteField(table.Basis.Answered);
        csv.WriteField(table.Basis.Companies);
        csv.WriteField(table.Basis.MergersIn(LandOf(table, cell)));
        csv.WriteField(table.Measure.Code);
        var field = result.FieldOf(cell);
        csv.WriteField(field?.FramePopulation);
        csv.WriteField(field?.Drawn);
        csv.WriteField(field?.Rate?.Rr1);
        csv.WriteField(field?.Rate?.Rr2);
        csv.WriteField(result.Data.Where ?? "");
        csv.EndRecord();
    }

    /// <summary>The Land that a line is about; null where it is about all.</summary>
    private static string? LandOf(IndexTable table, IndexCell cell)
    {
        var land = table.Design.Variables[0];
        return table.Filter.FirstOrDefault(part => part.Variable == land).Code is { } filtered ? filtered
            : table.By.ToList().IndexOf(land) is >= 0 and var place && cell.Codes.Count > 0 ? cell.Codes[place]
            : null;
    }

    private static void WriteFigures(CsvWriter csv, Estimate? estimate, string? maturityLevel)
    {
        csv.WriteField(Known(estimate?.Value));
        csv.WriteField(Known(estimate?.StandardError));
        csv.WriteField(Known(estimate?.Lower));
        csv.WriteField(Known(estimate?.Upper));
        csv.WriteField(Known(estimate?.Level));
        csv.WriteField(estimate is null ? "" : JsonNamingPolicy.CamelCase.ConvertName(estimate.Method.ToString()));
        csv.WriteField(maturityLevel);
        csv.WriteField(estimate?.Respondents);
        csv.WriteField(Known(estimate?.EffectiveRespondents));
        csv.WriteField(Known(estimate?.CoefficientOfVariation));
    }

    /// <summary>An empty field where there is no number.</summary>
    private static double? Known(double? value) => value is { } number && !double.IsNaN(number) ? number : null;
}
