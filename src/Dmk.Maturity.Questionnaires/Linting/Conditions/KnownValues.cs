namespace Dmk.Maturity.Questionnaires;

/// <summary>The answers that stand for all, kept from one condition to the next: most conditions compare a question with what others
/// compared it with.</summary>
internal sealed class KnownValues
{
    /// <summary>Longer lists are rare, and too large to be kept for every question of a file.</summary>
    private const int LongestKept = 50;

    /// <summary>Lists kept of one question; the oldest goes first.</summary>
    private const int MostKept = 4;

    private readonly Dictionary<int, List<(HashSet<object> Points, IReadOnlyList<Answer> Values)>> _last = [];

    /// <summary>See <see cref="PossibleValues.Of"/>.</summary>
    /// <param name="points">Which the caller no longer changes.</param>
    public IReadOnlyList<Answer>? Of(Variable variable, HashSet<object> points)
    {
        var kept = _last.TryGetValue(variable.Index, out var known) ? known : _last[variable.Index] = [];
        foreach (var (same, values) in kept)
        {
            if (same.SetEquals(points))
            {
                return values;
            }
        }

        var listed = PossibleValues.Of(variable, points);
        if (listed?.Count <= LongestKept)
        {
            kept.RemoveRange(0, kept.Count < MostKept ? 0 : 1);
            kept.Add((points, listed));
        }

        return listed;
    }
}
