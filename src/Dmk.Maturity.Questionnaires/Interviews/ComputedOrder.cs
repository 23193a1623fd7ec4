namespace Dmk.Maturity.Questionnaires;

/// <summary>How far an interview has come at some place of the questionnaire.</summary>
/// <param name="Variables">The number of variables, in their order, that are settled there.</param>
/// <param name="Inner">Variables within rosters are settled up to this slot.</param>
internal readonly record struct Settled(int Variables, int Inner)
{
    public static Settled Everything { get; } = new(int.MaxValue, int.MaxValue);
}

/// <summary>When computed values can be worked out: after the last variable that they read, directly or through each other.</summary>
/// <param name="rosters">The variable of each roster.</param>
/// <param name="computed">Null where one is broken; nothing reads it then.</param>
internal sealed class ComputedOrder(SlotLayout layout, int[] rosters, IReadOnlyList<Expression?> computed)
{
    private readonly int?[] _depths = new int?[computed.Count];
    private readonly int?[] _settledAt = new int?[computed.Count];

    /// <summary>Indices of computed values, each after those that it reads, by the time at which they are settled.</summary>
    public IEnumerable<int> Order => Enumerable.Range(0, computed.Count).OrderBy(SettledAt).ThenBy(Depth);

    /// <summary>The number of variables, in their order, that must be settled before this computed value is.</summary>
    public int SettledAt(int index) => _settledAt[index] ??= SettledAt(computed[index]?.Slots ?? []);

    public bool IsSettled(int slot, Settled settled) =>
        slot >= layout.FirstInner ? slot < settled.Inner : SettledAtSlot(slot) <= settled.Variables;

    /// <summary>The variables behind these slots, in their order; those within rosters by their slots.</summary>
    public IReadOnlyList<int> VariablesBehind(IReadOnlyList<int> slots)
    {
        var found = new SortedSet<int>();
        var open = new Stack<int>(slots);
        var seen = new HashSet<int>();
        while (open.TryPop(out var slot))
        {
            if (slot < layout.Variables || slot >= layout.FirstInner)
            {
                found.Add(slot);
            }
            else if (slot >= layout.FirstFact)
            {
                continue;
            }
            else if (slot >= layout.FirstItems)
            {
                found.Add(rosters[slot - layout.FirstItems]);
            }
            else if (seen.Add(slot))
            {
                foreach (var next in computed[slot - layout.Variables]?.Slots ?? [])
                {
                    open.Push(next);
                }
            }
        }

        return [.. found];
    }

    private int SettledAt(IReadOnlyList<int> slots)
    {
        var last = 0;
        foreach (var slot in slots)
        {
            last = Math.Max(last, SettledAtSlot(slot));
        }

        return last;
    }

    private int SettledAtSlot(int slot) =>
        slot < layout.Variables ? slot + 1
        : slot < layout.FirstItems ? SettledAt(slot - layout.Variables)
        : slot >= layout.FirstFact ? 0
        : rosters[slot - layout.FirstItems] + 1;

    private int Depth(int index) =>
        _depths[index] ??= (computed[index]?.Slots ?? [])
            .Where(slot => slot >= layout.Variables && slot < layout.FirstItems)
            .Select(slot => Depth(slot - layout.Variables) + 1)
            .DefaultIfEmpty(0)
            .Max();
}
