namespace Dmk.Maturity.Web;

/// <summary>The order of the rows of a table. Withheld cells always come last, except where the order is that of the
/// classification.</summary>
public sealed record TableOrder(TableColumn Column)
{
    public bool Descending { get; init; }

    public static TableOrder Highest { get; } = new(TableColumn.Estimate) { Descending = true };

    /// <summary>As in addresses: the column, with a minus sign for the largest first.</summary>
    public override string ToString() => (Descending ? "-" : "") + Column;

    /// <returns>The highest estimate first where nothing is said; null for a column that does not exist.</returns>
    public static TableOrder? Read(string text) =>
        text.Length == 0 ? Highest
        : Enum.TryParse<TableColumn>(text.TrimStart('-'), ignoreCase: true, out var column)
        && Enum.IsDefined(column)
        && !int.TryParse(text, out _)
            ? new(column) { Descending = text[0] == '-' }
        : null;

    /// <summary>What a press on a column's heading leads to: numbers begin with the largest, names with the first; a second press turns
    /// round.</summary>
    public TableOrder Pressed(TableColumn column) =>
        column == Column ? this with { Descending = !Descending } : new(column) { Descending = column != TableColumn.Name };

    public IReadOnlyList<TableRow> Sort(IReadOnlyList<TableRow> rows)
    {
        if (Column == TableColumn.Name)
        {
            return Descending ? [.. rows.Reverse()] : rows;
        }

        var shown = rows.Where(row => !double.IsNaN(KeyOf(row)));
        var sorted = Descending ? shown.OrderByDescending(KeyOf) : shown.OrderBy(KeyOf);
        return [.. sorted, .. rows.Where(row => double.IsNaN(KeyOf(row)))];
    }

    private double KeyOf(TableRow row) =>
        row.Figure is { Bound: { } bound } && Column == TableColumn.Estimate ? (bound.Lower + bound.Upper) / 2
        : row.Figure.Estimate is not { } estimate ? double.NaN
        : Column switch
        {
            TableColumn.StandardError => estimate.StandardError,
            TableColumn.Respondents => estimate.Respondents,
            TableColumn.EffectiveRespondents => estimate.EffectiveRespondents,
            TableColumn.Variation => estimate.CoefficientOfVariation,
            _ => estimate.Value,
        };
}
