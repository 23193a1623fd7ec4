namespace Dmk.Maturity.Studies;

/// <summary>The pairs of several together.</summary>
/// <param name="Parts">In their order.</param>
/// <param name="PlacesOf">Per part and pair of it the place among all.</param>
internal sealed record CellUnion(IReadOnlyList<CellPairs> Parts, CellPairs Whole, IReadOnlyList<int[]> PlacesOf)
{
    /// <summary>Whether it was made from these very parts.</summary>
    public bool IsOf(IReadOnlyList<CellPairs> parts)
    {
        if (parts.Count != Parts.Count)
        {
            return false;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (!ReferenceEquals(parts[i], Parts[i]))
            {
                return false;
            }
        }

        return true;
    }
}
