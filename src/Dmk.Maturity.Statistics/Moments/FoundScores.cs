namespace Dmk.Maturity.Statistics;

/// <summary>Sums of the respondents of a cell who have a score.</summary>
/// <param name="reaching">Respondents by how many steps they reach.</param>
internal readonly ref struct FoundScores(long count, Int128 sum, Int128 squares, ReadOnlySpan<long> reaching)
{
    private readonly ReadOnlySpan<long> _reaching = reaching;

    public long Count { get; } = count;

    public Int128 Sum { get; } = sum;

    public Int128 Squares { get; } = squares;

    /// <summary>Who reaches a step and perhaps more.</summary>
    public long Reached(int step)
    {
        var reached = 0L;
        foreach (var respondents in _reaching[(step + 1)..])
        {
            reached += respondents;
        }

        return reached;
    }
}
