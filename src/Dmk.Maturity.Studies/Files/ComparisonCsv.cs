using CsvHelper;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A comparison of the Länder as a file: one line per Land, Germany last, decimal point. What is withheld is empty, and the
/// status says why.</summary>
public static class ComparisonCsv
{
    private static readonly string[] _differences = ["to_germany", "adjusted", "difference_in_kinds", "composition", "within"];

    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    public static string FileName(Result.Comparison result) => $"{result.Study.Id}_{result.Figures.Asked.Node.Id}_laender.csv";

    /// <param name="language">Of the names; codes and heads are the same in all.</param>
    public static byte[] Of(Result.Comparison result, Language language)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, _options, leaveOpen: true))
        {
            csv.WriteRecord([
                "study",
                "wave",
                "synthetic",
                "index",
                "index_version",
                "node",
                "land",
                "name",
                "estimate",
                "standard_error",
                "lower",
                "upper",
                "status",
                "rank",
                "rank_best",
                "rank_worst",
                "rank_alone_best",
                "rank_alone_worst",
                .. _differences.SelectMany(name => new[] { name, $"{name}_standard_error" }),
                "to_germany_p_adjusted",
                "mix_covered",
                "mix",
                "data_version",
            ]);
            foreach (var land in result.Figures.Laender)
            {
                Write(csv, result, land, language);
            }

            Write(csv, result, new(result.Figures.Germany), language);
        }

        return file.ToArray();
    }

    private static void Write(CsvWriter csv, Result.Comparison result, ComparedLand land, Language language)
    {
        var (figures, estimate) = (result.Figures, land.Cell.Figure.Estimate);
        csv.WriteField(result.Study.Id);
        csv.WriteField(result.Study.Design.Wave);
        csv.WriteField(result.Study.Synthetic ? "true" : "false");
        csv.WriteField(figures.Asked.Model.Id);
        csv.WriteField(figures.Asked.Model.Version);
        csv.WriteField(figures.Asked.Node.Id);
        csv.WriteField(land.Cell.Codes.Count == 0 ? "Total" : land.Cell.Codes[0]);
        csv.WriteField(string.Join(", ", figures.Table.NamesOf(land.Cell, language)));
        csv.WriteField(Known(estimate?.Value));
        csv.WriteField(Known(estimate?.StandardError));
        csv.WriteField(Known(estimate?.Lower));
        csv.WriteField(Known(estimate?.Upper));
        csv.WriteField(land.Cell.Figure.Status.ToString());
        WriteRanks(csv, land.Rank, land.RankAlone);
        foreach (
            var difference in new[] { land.ToGermany, land.Mix?.Adjusted, land.Mix?.Difference, land.Mix?.Composition, land.Mix?.Within }
        )
        {
            csv.WriteField(Known(difference?.Value));
            csv.WriteField(Known(difference?.StandardError));
        }

        csv.WriteField(Known(land.AdjustedP));
        csv.WriteField(Known(land.Mix?.Covered));
        csv.WriteField(string.Join(' ', figures.Asked.Mix.Select(variable => variable.Id)));
        csv.WriteField(result.Data.Version);
        csv.EndRecord();
    }

    private static void WriteRanks(CsvWriter csv, RankSet? together, RankSet? alone)
    {
        csv.WriteField(together?.Rank);
        csv.WriteField(together?.Best);
        csv.WriteField(together?.Worst);
        csv.WriteField(alone?.Best);
        csv.WriteField(alone?.Worst);
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
