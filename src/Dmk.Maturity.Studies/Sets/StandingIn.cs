namespace Dmk.Maturity.Studies;

/// <summary>In which cell of every table companies stand, by the frame and by what they say.</summary>
internal sealed class StandingIn(EntryOrder order, ConfidentialityRule rule)
{
    private readonly Dictionary<string, int>[] _places = [.. order.Tables.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<ReportingCell>[] _examples = [.. order.Tables.Select(_ => new List<ReportingCell>())];

    /// <summary>The cells of a table in which companies stand, each by one reporting cell in it.</summary>
    public IReadOnlyList<ReportingCell> CellsOf(int table) => _examples[table];

    public int[] Cells(ReportingCell cell)
    {
        var places = new int[order.Tables.Count];
        for (var table = 0; table < places.Length; table++)
        {
            var key = ShownKey.Of(order.Tables[table], cell);
            if (!_places[table].TryGetValue(key, out places[table]))
            {
                _places[table].Add(key, places[table] = _places[table].Count);
                _examples[table].Add(cell);
            }
        }

        return places;
    }

    /// <summary>Per table, whether the frame has them in that cell. What the frame does not know cannot differ, and where each may be shown
    /// nobody is counted.</summary>
    public bool[] Stays(ReportingCell stratum, ReportingCell cell) =>
        [.. Enumerable.Range(0, order.Tables.Count).Select(table => Stays(stratum, cell, table))];

    /// <inheritdoc cref="Stays(ReportingCell, ReportingCell)"/>
    public bool Stays(ReportingCell stratum, ReportingCell cell, int table) =>
        rule.MinimumRespondents == 1
        || stratum == cell
        || order.Tables[table].Where(variable => variable.IsInFrame).All(variable => variable.CodeOf(stratum) == variable.CodeOf(cell));
}
