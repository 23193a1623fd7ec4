namespace Dmk.Maturity.Questionnaires;

/// <summary>What was found at each of several places (questions, checks), in their order. After a change only some places are looked at
/// again.</summary>
internal sealed class Findings<T>
{
    private readonly T[]?[]? _byPlace;

    private Findings(T[]?[]? byPlace)
    {
        _byPlace = byPlace;
        All = byPlace is null ? [] : [.. byPlace.Where(found => found is not null).SelectMany(found => found!)];
    }

    public IReadOnlyList<T> All { get; }

    /// <param name="look">What is found at a place now, or null.</param>
    public static Findings<T> Of(int places, Func<int, T[]?> look)
    {
        T[]?[]? byPlace = null;
        for (var i = 0; i < places; i++)
        {
            if (look(i) is { } found)
            {
                (byPlace ??= new T[]?[places])[i] = found;
            }
        }

        return new(byPlace);
    }

    /// <param name="stale">The places to look at again.</param>
    public Findings<T> Again(int places, BitSet stale, Func<int, T[]?> look)
    {
        T[]?[]? changed = null;
        for (var i = stale.Next(0); i >= 0; i = stale.Next(i + 1))
        {
            var found = look(i);
            if (found is not null || _byPlace?[i] is not null)
            {
                changed ??= _byPlace is null ? new T[]?[places] : [.. _byPlace];
                changed[i] = found;
            }
        }

        return changed is null ? this : new(changed);
    }
}
