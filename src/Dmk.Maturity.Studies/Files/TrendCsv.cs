using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A trend as a file: one line per earlier wave and cell, the total last, decimal point. What is withheld is empty, and the
/// statuses say why.</summary>
public static class TrendCsv
{
    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    private static readonly string[] _changes = ["change", "index"];

    public static string FileName(Result.Trend result) => $"{result.Study.Id}_{result.Figures.Node.Id}_trend.csv";

    /// <param name="language">Of the names; codes and heads are the same in all.</param>
    public static byte[] Of(Result.Trend result, Language language)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, _options, leaveOpen: true))
        {
            csv.WriteRecord([
                "study",
                "wave",
                "earlier_study",
                "earlier_wave",
                "synthetic",
                "index",
                "index_version",
                "node",
                "by",
                "code",
                "name",
                "before",
                "before_standard_error",
                "before_status",
                "after",
                "after_standard_error",
                "after_status",
                .. _changes.SelectMany(name => new[] { name, $"{name}_standard_error", $"{name}_lower", $"{name}_upper" }),
                "p",
                "overlap",
                "earlier_data_version",
                "data_version",
            ]);
            foreach (var wave in result.Figures.Waves)
            {
                foreach (var cell in wave.Cells.Append(wave.Total))
                {
                    Write(csv, result, wave, cell, language);
                }
            }
        }

        return file.ToArray();
    }

    private static void Write(CsvWriter csv, Result.Trend result, WaveChange wave, TrendCell cell, Language language)
    {
        var figures = result.Figures;
        csv.WriteField(result.Study.Id);
        csv.WriteField(result.Study.Design.Wave);
        csv.WriteField(wave.Earlier.Id);
        csv.WriteField(wave.Earlier.Design.Wave);
        csv.WriteField(result.Study.Synthetic || wave.Earlier.Synthetic ? "true" : "false");
        csv.WriteField(figures.Model.Id);
        csv.WriteField(figures.Model.Version);
        csv.WriteField(figures.Node.Id);
        csv.WriteField(cell.After.Codes.Count == 0 ? "" : figures.By[0].Id);
        csv.WriteField(cell.After.Codes.Count == 0 ? "Total" : cell.After.Codes[0]);
        csv.WriteField(string.Join(", ", wave.Table.NamesOf(cell.After, language)));
        Write(csv, cell.Before?.Figure);
        Write(csv, cell.After.Figure);
        foreach (var change in new[] { cell.Change, cell.Index })
        {
            csv.WriteField(Known(change?.Value));
            csv.WriteField(Known(change?.StandardError));
            csv.WriteField(Known(change?.Lower));
            csv.WriteField(Known(change?.Upper));
        }

        csv.WriteField(Known(cell.Change?.P));
        csv.WriteField(cell.Overlap?.ToString());
        csv.WriteField(wave.Before.Version);
        csv.WriteField(result.Data.Version);
        csv.EndRecord();
    }

    private static void Write(CsvWriter csv, PublishedFigure? figure)
    {
        csv.WriteField(Known(figure?.Estimate?.Value));
        csv.WriteField(Known(figure?.Estimate?.StandardError));
        csv.WriteField(figure?.Status.ToString());
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
