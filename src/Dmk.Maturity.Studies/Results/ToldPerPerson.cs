namespace Dmk.Maturity.Studies;

/// <summary>What readers other than operators are told of a table per person employed.</summary>
internal static class ToldPerPerson
{
    /// <summary>All but the effective respondents: who knows how many persons companies employ would have another equation on which of
    /// them have answered.</summary>
    public static IndexTable Of(IndexTable table) =>
        new()
        {
            Design = table.Design,
            Model = table.Model,
            Node = table.Node,
            Measure = table.Measure,
            By = table.By,
            Cells = [.. table.Cells.Select(Told)],
            Total = Told(table.Total),
            Basis = table.Basis,
            Filter = table.Filter,
        };

    private static IndexCell Told(IndexCell cell) =>
        cell.Figure.Estimate is { } estimate
            ? cell with
            {
                Figure = PublishedFigure.Shown(cell.Figure.Status, estimate with { EffectiveRespondents = double.NaN }),
            }
            : cell;
}
