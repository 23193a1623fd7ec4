using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>A table as its page shows it.</summary>
public sealed record TableView(TableQuery Query, Result.Table Result, IReadOnlyList<TableRow> Rows, TableRow Total)
{
    public Study Study => Result.Study;

    public static TableView Of(TableQuery query, Result.Table result, Language language)
    {
        var table = result.Figures;
        var rows = table.Cells.Select(cell => Row(table, cell, language)).ToArray();
        return new(query, result, query.Order.Sort(rows), Row(table, table.Total, language));
    }

    private static TableRow Row(IndexTable table, IndexCell cell, Language language) =>
        new(cell.Codes, table.NamesOf(cell, language), cell.Figure, cell.Level);

    /// <summary>Rows with a number, the highest first.</summary>
    public IReadOnlyList<TableRow> Ranked => TableOrder.Highest.Sort([.. Rows.Where(row => row.Figure.Estimate is not null)]);
}
