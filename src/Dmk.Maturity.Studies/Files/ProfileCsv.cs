using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A profile as a file: one line per node, decimal point. What is withheld is empty, and the status says why.</summary>
public static class ProfileCsv
{
    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <param name="language">Of the names.</param>
    public static byte[] Of(Result.OfProfile result, Language language)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, _options, leaveOpen: true))
        {
            var part = result.Figures.Asked.Part.Variable.Id;
            csv.WriteRecord([
                "study",
                "synthetic",
                "index",
                part,
                "node",
                "name",
                "estimate",
                "standard_error",
                "status",
                "germany",
                "difference",
                "difference_standard_error",
                "p_adjusted",
                "data_version",
            ]);
            foreach (var node in result.Figures.Nodes)
            {
                csv.WriteField(result.Study.Id);
                csv.WriteField(result.Study.Synthetic ? "true" : "false");
                csv.WriteField(result.Figures.Asked.Model.Id);
                csv.WriteField(result.Figures.Asked.Part.Code);
                csv.WriteField(node.Node.Id);
                csv.WriteField(node.Node.Title.In(language));
                csv.WriteField(Known(node.Part.Figure.Estimate?.Value));
                csv.WriteField(Known(node.Part.Figure.Estimate?.StandardError));
                csv.WriteField(node.Part.Figure.Status.ToString());
                csv.WriteField(Known(node.Germany.Figure.Estimate?.Value));
                csv.WriteField(Known(node.Difference?.Value));
                csv.WriteField(Known(node.Difference?.StandardError));
                csv.WriteField(Known(node.AdjustedP));
                csv.WriteField(result.Data.Version);
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
