using CsvHelper;

namespace Dmk.Maturity.Studies;

/// <summary>Modelled cells as a file: one line per cell, decimal point, the direct figure beside the modelled value.</summary>
public static class AreasCsv
{
    public static byte[] Of(Result.Areas result)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([
                "study",
                "synthetic",
                "index",
                "node",
                .. result.Figures.Table.By.Select(variable => variable.Id),
                "direct",
                "direct_standard_error",
                "status",
                "modelled",
                "root_mean_squared_error",
                "shrinkage",
                "data_version",
            ]);
            foreach (var cell in result.Figures.Cells)
            {
                csv.WriteField(result.Study.Id);
                csv.WriteField(result.Study.Synthetic ? "true" : "false");
                csv.WriteField(result.Figures.Asked.Model.Id);
                csv.WriteField(result.Figures.Asked.Node.Id);
                foreach (var code in cell.Direct.Codes)
                {
                    csv.WriteField(code);
                }

                csv.WriteField(Known(cell.Direct.Figure.Estimate?.Value));
                csv.WriteField(Known(cell.Direct.Figure.Estimate?.StandardError));
                csv.WriteField(cell.Direct.Figure.Status.ToString());
                csv.WriteField(Known(cell.Modelled));
                csv.WriteField(Known(cell.RootMeanSquaredError));
                csv.WriteField(Known(cell.Shrinkage));
                csv.WriteField(result.Data.Version);
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
