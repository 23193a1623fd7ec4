using CsvHelper;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Web;

/// <summary>A table as a file: one line per cell, decimal point, UTF-8. Withheld cells have empty numbers and say why.</summary>
internal static class TableCsv
{
    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static string FileName(TableView view) =>
        $"{view.Study.Id}_{view.Query.Node.Id}_{TableQuery.NameOf(view.Query.By).Replace(',', '-')}.csv";

    public static byte[] Of(TableView view)
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
                .. view.Query.By.Select(TableQuery.NameOf),
                "name",
                "estimate",
                "standard_error",
                "lower",
                "upper",
                "level",
                "respondents",
                "effective_respondents",
                "coefficient_of_variation",
                "status",
                "data_version",
            ]);
            foreach (var row in view.Rows.Append(view.Total))
            {
                Write(csv, view, row);
            }
        }

        return file.ToArray();
    }

    private static void Write(CsvWriter csv, TableView view, TableRow row)
    {
        var (study, model) = (view.Study, view.Query.Index);
        csv.WriteField(study.Id);
        csv.WriteField(study.Design.Wave);
        csv.WriteField(study.Synthetic ? "true" : "false");
        csv.WriteField("provisional");
        csv.WriteField(model.Id);
        csv.WriteField(model.Version);
        csv.WriteField(view.Query.Node.Id);
        foreach (var place in Enumerable.Range(0, view.Query.By.Count))
        {
            csv.WriteField(row.Codes.Count == 0 ? "Total" : row.Codes[place]);
        }

        csv.WriteField(row.Name);
        WriteFigures(csv, row.Figure.Estimate);
        csv.WriteField(row.Figure.Status.ToString());
        csv.WriteField(view.Result.DataVersion);
        csv.EndRecord();
    }

    private static void WriteFigures(CsvWriter csv, Estimate? estimate)
    {
        csv.WriteField(Known(estimate?.Value));
        csv.WriteField(Known(estimate?.StandardError));
        csv.WriteField(Known(estimate?.Lower));
        csv.WriteField(Known(estimate?.Upper));
        csv.WriteField(Known(estimate?.Level));
        csv.WriteField(estimate?.Respondents);
        csv.WriteField(Known(estimate?.EffectiveRespondents));
        csv.WriteField(Known(estimate?.CoefficientOfVariation));
    }

    /// <summary>An empty field where there is no number.</summary>
    private static double? Known(double? value) => value is { } number && !double.IsNaN(number) ? number : null;
}
