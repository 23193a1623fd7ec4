using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>A table as its page shows it.</summary>
public sealed record TableView(Study Study, TableQuery Query, ProvisionalTable Result, IReadOnlyList<TableRow> Rows, TableRow Total)
{
    public static TableView Of(TableQuery query, ProvisionalTable result, Language language)
    {
        var design = result.Study.Design;
        var rows = result.Table.Cells.Select(cell => TableRow.Of(design, result.Table.By, cell, language)).ToList();
        var total = new TableRow([], [TableWords.Germany.In(language)], result.Table.Total.Figure, result.Table.Total.Level);
        return new(result.Study, query, result, query.Order.Sort(rows), total);
    }

    /// <summary>Rows with a number, the highest first.</summary>
    public IReadOnlyList<TableRow> Ranked => TableOrder.Highest.Sort([.. Rows.Where(row => row.Figure.Estimate is not null)]);
}
