using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Web;

/// <summary>The sentence that says what a table shows, made from its figures.</summary>
internal static class Caption
{
    public static string Of(TableView view, Language language)
    {
        var ranked = view.Ranked;
        if (view.Total.Figure.Estimate is not { } whole)
        {
            return TableWords.NothingToShow.In(language);
        }

        var sentence = TableWords.CaptionWhole(view.Total.Name, Points(whole.Value, language), Interval(whole, language)).In(language);
        if (ranked.Count < 2)
        {
            return sentence;
        }

        var (first, last) = (ranked[0], ranked[^1]);
        var apart = ranked.Count(row =>
            row.Figure.Estimate is { } estimate && (whole.Value < estimate.Lower || whole.Value > estimate.Upper)
        );
        var range = TableWords.CaptionRange(first.Name, Figure(first, language), last.Name, Figure(last, language)).In(language);
        return $"{sentence} {range} {TableWords.CaptionApart(apart, ranked.Count, view.Query.By, view.Total.Name).In(language)}";
    }

    public static string Interval(Estimate estimate, Language language) =>
        double.IsNaN(estimate.Lower)
            ? TableWords.NoInterval.In(language)
            : TableWords.FromTo(Points(estimate.Lower, language), Points(estimate.Upper, language)).In(language);

    public static string Points(double value, Language language) => Numbers.Of(value, 1, language);

    private static string Figure(TableRow row, Language language) =>
        $"{Points(row.Figure.Estimate!.Value, language)} ({Interval(row.Figure.Estimate, language)})";
}
