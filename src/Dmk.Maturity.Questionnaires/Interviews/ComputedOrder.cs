namespace Dmk.Maturity.Questionnaires;

/// <summary>When computed values can be worked out: after the last variable that they read, directly or through each other.</summary>
/// <param name="variables">Number of variables; the slots of computed values come after them.</param>
/// <param name="computed">Null where one is broken; nothing reads it then.</param>
internal sealed class ComputedOrder(int variables, IReadOnlyList<Expression?> computed)
{
    private readonly int?[] _depths = new int?[computed.Count];
    private readonly int?[] _settledAt = new int?[computed.Count];

    /// <summary>Indices of computed values, each after those that it reads, by the time at which they are settled.</summary>
    public IEnumerable<int> Order => Enumerable.Range(0, computed.Count).OrderBy(SettledAt).ThenBy(Depth);

    /// <summary>The number of variables, in their order, that must be settled before this computed value is.</summary>
    public int SettledAt(int index) => _settledAt[index] ??= SettledAt(computed[index]?.Slots ?? []);

    /// <summary>The same for anything that reads these slots.</summary>
    public int SettledAt(IReadOnlyList<int> slots) =>
        slots.Select(slot => slot < variables ? slot + 1 : SettledAt(slot - variables)).DefaultIfEmpty(0).Max();

    /// <summary>The variables behind these slots, in their order.</summary>
    public IEnumerable<int> VariablesBehind(IReadOnlyList<int> slots)
    {
        var found = new SortedSet<int>();
        var open = new Stack<int>(slots);
        var seen = new HashSet<int>();
        while (open.TryPop(out var slot))
        {
            if (slot < variables)
            {
                found.Add(slot);
            }
            else if (seen.Add(slot))
            {
                foreach (var next in computed[slot - variables]?.Slots ?? [])
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }

    private int Depth(int index) => _depths[index] ??= (computed[index]?.Slots ?? [])
        .Where(slot => slot >= variables).Select(slot => Depth(slot - variables) + 1).DefaultIfEmpty(0).Max();
}
