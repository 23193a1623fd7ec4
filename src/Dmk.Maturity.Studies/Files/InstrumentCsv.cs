using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The quality of a scale as a file: one line per item, each with what is said of the scale, decimal point. What is withheld or
/// does not exist is empty, and the statuses say why.</summary>
public static class InstrumentCsv
{
    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <param name="language">Of the names.</param>
    public static byte[] Of(Result.OfInstrument result, Language language)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, _options, leaveOpen: true))
        {
            csv.WriteRecord([
                "study",
                "synthetic",
                "index",
                "node",
                "scale_status",
                "companies",
                "alpha",
                "unweighted_alpha",
                "omega",
                "unweighted_omega",
                "item",
                "name",
                "with_rest",
                "alpha_without",
                "loading",
                "estimate",
                "standard_error",
                "status",
                "response_status",
                "scored",
                "without",
                "without_percent",
                "without_weighted_percent",
                .. result.Figures.Asked.Model.Levels.SelectMany(level => new[] { $"at_{level.Id}_percent", $"at_{level.Id}_status" }),
                "data_version",
            ]);
            foreach (var (place, item) in result.Figures.Items.Index())
            {
                WriteScale(csv, result);
                WriteItem(csv, result.Figures, item, place, language);
                csv.WriteField(result.Data.Version);
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    private static void WriteScale(CsvWriter csv, Result.OfInstrument result)
    {
        var reliability = result.Figures.Reliability;
        csv.WriteField(result.Study.Id);
        csv.WriteField(result.Study.Synthetic ? "true" : "false");
        csv.WriteField(result.Figures.Asked.Model.Id);
        csv.WriteField(result.Figures.Asked.Node.Id);
        csv.WriteField(reliability.Status.ToString());
        csv.WriteField(reliability.Companies);
        csv.WriteField(Known(reliability.Weighted?.Alpha));
        csv.WriteField(Known(reliability.Unweighted?.Alpha));
        csv.WriteField(Known(reliability.Weighted?.Omega));
        csv.WriteField(Known(reliability.Unweighted?.Omega));
    }

    private static void WriteItem(CsvWriter csv, Instrument instrument, InstrumentItem item, int place, Language language)
    {
        var among = instrument.Reliability.Weighted?.Items[place];
        csv.WriteField(item.Node.Id);
        csv.WriteField(item.Node.Title.In(language));
        csv.WriteField(Known(among?.WithRest));
        csv.WriteField(Known(among?.AlphaWithout));
        csv.WriteField(Known(among?.Loading));
        csv.WriteField(Known(item.Figure.Figure.Estimate?.Value));
        csv.WriteField(Known(item.Figure.Figure.Estimate?.StandardError));
        csv.WriteField(item.Figure.Figure.Status.ToString());
        csv.WriteField(item.Response.Status.ToString());
        csv.WriteField(item.Response.Scored);
        csv.WriteField(item.Response.Without);
        csv.WriteField(Known(item.Response.UnweightedShare));
        csv.WriteField(Known(item.Response.WeightedShare));
        foreach (var share in item.Levels)
        {
            csv.WriteField(Known(share.Figure.Estimate?.Value));
            csv.WriteField(share.Figure.Status.ToString());
        }
    }

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
