using CsvHelper;

namespace Dmk.Maturity.Studies;

/// <summary>The counts of the frame to which a study calibrates, as the file of totals that <c>estimate --calibrate</c> reads.</summary>
public static class CalibrationTotalsCsv
{
    /// <returns>Null where the study does not calibrate.</returns>
    public static byte[]? Of(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        if (design.Weights.Calibration is not { } rule)
        {
            return null;
        }

        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(["variable", "category", "total"]);
            foreach (var margin in rule.Margins)
            {
                foreach (
                    var category in frame
                        .Where(stratum => stratum.Population > 0)
                        .GroupBy(stratum => MicrodataColumns.MarginCode(margin, stratum.Cell), stratum => stratum.Population)
                        .OrderBy(category => category.Key, StringComparer.Ordinal)
                )
                {
                    csv.WriteField(MicrodataColumns.Margin(margin));
                    csv.WriteField(category.Key);
                    csv.WriteField(category.Sum());
                    csv.EndRecord();
                }
            }
        }

        return file.ToArray();
    }
}
