namespace Dmk.Maturity.Statistics;

/// <summary>An equation that everybody knows: a total is the sum of its parts, in respondents, in weights and in weighted sums.</summary>
/// <param name="Total">Index into the cells of the lattice.</param>
/// <param name="Parts">Likewise.</param>
internal sealed record Relation(int Total, IReadOnlyList<int> Parts)
{
    public IEnumerable<int> Members => Parts.Append(Total);
}
