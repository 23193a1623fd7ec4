using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The quality of a scale as JSON. What is withheld or does not exist is null.</summary>
public static class InstrumentJson
{
    /// <param name="language">Of the names.</param>
    public static string Of(Result.OfInstrument result, Language language)
    {
        var figures = result.Figures;
        return JsonSerializer.Serialize(
            new
            {
                study = result.Study.Id,
                wave = result.Study.Design.Wave,
                synthetic = result.Study.Synthetic,
                live = result.Data.Sight == Sight.Live,
                dataVersion = result.Data.Version,
                computedAt = result.Data.ComputedAt,
                index = new
                {
                    id = figures.Asked.Model.Id,
                    version = figures.Asked.Model.Version,
                    hash = figures.Asked.Model.Hash,
                },
                node = figures.Asked.Node.Id,
                reliability = Scale(figures.Reliability),
                items = figures.Items.Select((item, place) => Item(item, figures.Reliability, place, language)),
            }
        );
    }

    private static object Scale(PublishedReliability reliability) =>
        new
        {
            status = reliability.Status.ToString(),
            companies = reliability.Companies,
            alpha = Known(reliability.Weighted?.Alpha),
            unweightedAlpha = Known(reliability.Unweighted?.Alpha),
            omega = Known(reliability.Weighted?.Omega),
            unweightedOmega = Known(reliability.Unweighted?.Omega),
        };

    private static object Item(InstrumentItem item, PublishedReliability reliability, int place, Language language) =>
        new
        {
            node = item.Node.Id,
            name = item.Node.Title.In(language),
            withRest = Known(reliability.Weighted?.Items[place].WithRest),
            alphaWithout = Known(reliability.Weighted?.Items[place].AlphaWithout),
            loading = Known(reliability.Weighted?.Items[place].Loading),
            estimate = Known(item.Figure.Figure.Estimate?.Value),
            standardError = Known(item.Figure.Figure.Estimate?.StandardError),
            status = item.Figure.Figure.Status.ToString(),
            levels = item.Levels.Select(Share),
            response = new
            {
                status = item.Response.Status.ToString(),
                scored = item.Response.Scored,
                without = item.Response.Without,
                unweightedShare = Known(item.Response.UnweightedShare),
                weightedShare = Known(item.Response.WeightedShare),
            },
        };

    private static object Share(LevelShare share) =>
        new
        {
            level = share.Level.Id,
            estimate = Known(share.Figure.Estimate?.Value),
            standardError = Known(share.Figure.Estimate?.StandardError),
            bound = share.Figure.Bound is { } bound ? new { lower = bound.Lower, upper = bound.Upper } : null,
            status = share.Figure.Status.ToString(),
        };

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
