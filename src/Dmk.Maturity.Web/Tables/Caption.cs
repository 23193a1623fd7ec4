using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>The sentences that say what a table shows, made from its figures.</summary>
internal static class Caption
{
    public static string Of(IndexTable table, Sight sight, Language language)
    {
        var total = TableRow.Of(table, table.Total, language);
        TableRow[] rows = [.. table.Cells.Select(cell => TableRow.Of(table, cell, language))];
        if (rows.Append(total).All(row => row.Figure is { Estimate: null, Bound: null }))
        {
            return Nothing([.. rows, total], table, sight, language);
        }

        var ofScale = TableWords.OfScale(table.Model).In(language);
        return total.Figure switch
        {
            { Estimate: { } whole } => Sentences(
                CaptionWords.Whole(total.Name, Points(whole.Value, language), ofScale, Interval(whole, language)).In(language),
                Groups(rows, total, table, language)
            ),
            { Bound: { } bound } => CaptionWords.Alike(total.Name, Bound(bound, language), ofScale).In(language),
            _ => CaptionWords.Without(total.Name, TableWords.WhyNot(total.Figure.Status).In(language)).In(language),
        };
    }

    /// <summary>From how many companies the table is made, who has a score at its node, and how they count.</summary>
    public static string Basis(IndexTable table, Sight sight, Language language)
    {
        var (basis, population) = (table.Basis, table.Design.Population);
        var scored = table.Filter.Count == 0 && table.Total.Figure.Estimate is { } whole ? whole.Respondents : basis.Companies;
        var alike = (table.Measure is NodeMeasure.PerPerson ? BasisWords.ByPersons : BasisWords.Alike(population)).In(language);
        if (basis.IsUntold)
        {
            return Sentences(BasisWords.Untold(basis, population, language), alike);
        }

        var parts = table.Filter.Count == 0 ? null : TableWords.By([.. table.Filter.Select(part => part.Variable), .. table.By]);
        return Sentences(
            BasisWords.Answers(basis, sight, parts, population, language),
            scored < basis.Companies ? BasisWords.Scored(scored, basis.Companies, language).In(language) : "",
            alike
        );
    }

    public static string Interval(Estimate estimate, Language language) =>
        double.IsNaN(estimate.Lower)
            ? TableWords.NoInterval.In(language)
            : TableWords.FromTo(Points(estimate.Lower, language), Points(estimate.Upper, language)).In(language);

    public static string Bound(ScoreBound bound, Language language) =>
        TableWords.FromTo(End(bound.Lower, language), End(bound.Upper, language)).In(language);

    public static string Points(double value, Language language) => Numbers.Of(value, 1, language);

    private static string End(double end, Language language) => Numbers.Of(end, end == Math.Round(end) ? 0 : 1, language);

    private static string Nothing(TableRow[] rows, IndexTable table, Sight sight, Language language)
    {
        CellStatus[] answered =
        [
            .. rows.Select(row => row.Figure.Status).Where(status => status is not (CellStatus.NoRespondents or CellStatus.StructuralZero)),
        ];
        if (answered.Contains(CellStatus.ProtectsAnother) && !answered.Contains(CellStatus.NotYetShown))
        {
            // More answers may change that, but nobody can say when.
            return TableWords.AllWithheld.In(language);
        }

        return Sentences(
            (answered.Length > 0 ? TableWords.TooFewToShow : TableWords.NobodyYet).In(language),
            sight == Sight.Live ? "" : TableWords.Rhythm(table.Design.Confidentiality.Show).In(language)
        );
    }

    /// <summary>How many lie apart from the whole, where all intervals together hold at their level; the first and the last are named only
    /// if they do.</summary>
    private static string Groups(TableRow[] rows, TableRow total, IndexTable table, Language language)
    {
        TableRow[] known = [.. rows.Where(row => row.Figure.Estimate is { } estimate && !double.IsNaN(estimate.Lower))];
        var whole = total.Figure.Estimate!;
        if (known.Length < 2 || double.IsNaN(whole.Lower))
        {
            return "";
        }

        var sorted = TableOrder.Highest.Sort(known);
        var (lower, upper) = Joint(whole);
        TableRow[] above = [.. sorted.Where(row => Joint(row.Figure.Estimate!).Lower > upper)];
        TableRow[] below = [.. sorted.Where(row => Joint(row.Figure.Estimate!).Upper < lower)];
        var (first, last) = (sorted[0], sorted[^1]);
        return Sentences(
            above.Contains(first) && IsCertain(first) ? CaptionWords.Highest(first.Name, Figure(first, language)).In(language) : "",
            below.Contains(last) && IsCertain(last) ? CaptionWords.Lowest(last.Name, Figure(last, language)).In(language) : "",
            CaptionWords.Apart((above.Length, below.Length), known.Length, table.By, total.Name, whole.Level).In(language)
        );

        (double Lower, double Upper) Joint(Estimate estimate)
        {
            return JointIntervals.Widened(estimate, known.Length + 1, (table.Model.ScaleFrom, table.Model.ScaleTo));
        }
    }

    private static bool IsCertain(TableRow row) => row.Figure.Status == CellStatus.Published;

    private static string Figure(TableRow row, Language language) =>
        $"{Points(row.Figure.Estimate!.Value, language)} ({Interval(row.Figure.Estimate, language)})";

    private static string Sentences(params IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}
