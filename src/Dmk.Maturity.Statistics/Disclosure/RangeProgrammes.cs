namespace Dmk.Maturity.Statistics;

/// <summary>The programmes of one connected part of unknowns: a linear one, and a mixed-integer one when it is needed.</summary>
internal sealed class RangeProgrammes : IDisposable
{
    private readonly IReadOnlyList<UnknownNumber> _unknowns;
    private readonly ConnectedUnknowns _part;
    private readonly RangeProgramme _linear;
    private RangeProgramme? _whole;

    /// <exception cref="InfeasibleException">Nothing agrees with all that is known of the part.</exception>
    public RangeProgrammes(IReadOnlyList<UnknownNumber> unknowns, ConnectedUnknowns part)
    {
        (_unknowns, _part) = (unknowns, part);
        _linear = new(unknowns, part, NumberKind.Real);
    }

    /// <exception cref="InfeasibleException">No whole numbers agree with all that is known of the part.</exception>
    public FeasibleRange RangeOf(int unknown) => new(End(unknown, RangeEnd.Lower), End(unknown, RangeEnd.Upper));

    public void Dispose()
    {
        _linear.Dispose();
        _whole?.Dispose();
    }

    private double End(int unknown, RangeEnd end)
    {
        // In most tables the corners of what is possible are whole by themselves.
        var (value, isWhole) = _linear.End(unknown, end);
        return isWhole ? value : (_whole ??= new(_unknowns, _part, NumberKind.Whole)).End(unknown, end).Value;
    }
}
