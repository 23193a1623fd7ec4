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
        var rows = table.Cells.Select(cell => TableRow.Of(table, cell, language)).ToArray();
        return new(query, result, query.Order.Sort(rows), TableRow.Of(table, table.Total, language));
    }

    /// <summary>Whether there is anything to read but why there is nothing.</summary>
    public bool IsEmpty => Result.Figures.Cells.Append(Result.Figures.Total).All(cell => cell.Figure is { Estimate: null, Bound: null });
}
