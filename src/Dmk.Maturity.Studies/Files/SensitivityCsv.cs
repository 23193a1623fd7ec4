using CsvHelper;

namespace Dmk.Maturity.Studies;

/// <summary>How ranks hang on weights as a file: one line per Land, decimal point.</summary>
public static class SensitivityCsv
{
    public static byte[] Of(Result.Sensitivity result)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord(["study", "synthetic", "index", "draws", "land", "declared", "median", "from", "to", "same", "data_version"]);
            foreach (var land in result.Figures.Laender)
            {
                csv.WriteField(result.Study.Id);
                csv.WriteField(result.Study.Synthetic ? "true" : "false");
                csv.WriteField(result.Figures.Model.Id);
                csv.WriteField(result.Figures.Draws);
                csv.WriteField(land.Land);
                csv.WriteField(land.Declared);
                csv.WriteField(land.Median);
                csv.WriteField(land.From);
                csv.WriteField(land.To);
                csv.WriteField(land.Same);
                csv.WriteField(result.Data.Version);
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }
}
