using System.Runtime.InteropServices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The companies of a cell by what cannot be told apart of them: kinds by the states in which they entered, and in each kind those
/// with scores of the same nodes.</summary>
internal sealed class CellKinds(ReportingCell example)
{
    private readonly Dictionary<string, Dictionary<ScorePattern, Companies>> _headline = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<ScorePattern, Companies>> _below = new(StringComparer.Ordinal);

    /// <summary>A reporting cell in it.</summary>
    public ReportingCell Example => example;

    /// <summary>All, by their scores.</summary>
    public IEnumerable<(ScorePattern Scores, Companies Companies)> All =>
        _headline.Values.SelectMany(kind => kind.Select(one => (one.Key, one.Value)));

    /// <param name="depth">Of the nodes that are looked at: to those below the dimensions, companies that entered before all was shown are
    /// alike.</param>
    public IReadOnlyCollection<IReadOnlyDictionary<ScorePattern, Companies>> Of(int depth) =>
        depth <= NodeFamily.Headline ? _headline.Values : _below.Values;

    /// <summary>The cells of a table by their names.</summary>
    public static IReadOnlyDictionary<string, CellKinds> OfTable(
        EntryOrder order,
        int table,
        StandingIn standing,
        IReadOnlyList<CompanyGroup> groups,
        int firstWhole
    )
    {
        var cells = new Dictionary<string, CellKinds>(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.History[table] != Admission.Never))
        {
            var key = ShownKey.Of(order.Tables[table], group.Cell);
            if (!cells.TryGetValue(key, out var cell))
            {
                cells.Add(key, cell = new(group.Cell));
            }

            var staying = standing.Stays(group.Stratum, group.Cell, table) ? group.Count : 0;
            var since = group.History.Select(entered => entered == Admission.Never ? entered : Math.Max(entered, firstWhole)).ToArray();
            Add(cell._headline, Admission.Seen(group.History, order.Finer[table]), group, staying);
            Add(cell._below, Admission.Seen(since, order.Finer[table]), group, staying);
        }

        return cells;
    }

    private static void Add(Dictionary<string, Dictionary<ScorePattern, Companies>> kinds, string kind, CompanyGroup group, long staying)
    {
        ref var scores = ref CollectionsMarshal.GetValueRefOrAddDefault(kinds, kind, out _);
        scores ??= [];
        ref var companies = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, group.Scores, out _);
        companies = new(companies.All + group.Count, companies.Staying + staying);
    }

    /// <param name="All">Companies.</param>
    /// <param name="Staying">Those that count for a minimum.</param>
    internal readonly record struct Companies(long All, long Staying);
}
