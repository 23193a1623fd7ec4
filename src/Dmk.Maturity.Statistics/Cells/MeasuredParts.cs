namespace Dmk.Maturity.Statistics;

/// <summary>What a measure finds in the cells of a sample, whatever the domains: each number of a cell is taken from its moments once for
/// all tables.</summary>
internal sealed class MeasuredParts
{
    private readonly CellPart[] _parts;

    /// <summary>Where they do not depend on the ratio.</summary>
    private readonly double[]? _codeviations;

    public MeasuredParts(WeightedCells sample, CellMeasure measure)
    {
        (Sample, Measure, _parts) = (sample, measure, new CellPart[sample.Cells.Count]);
        for (var place = 0; place < _parts.Length; place++)
        {
            _parts[place] = measure.Part(sample.Cells[place].Moments, place);
        }

        if (measure.IsMean)
        {
            _codeviations = new double[_parts.Length];
            for (var place = 0; place < _parts.Length; place++)
            {
                _codeviations[place] = Codeviations(place, 0);
            }
        }
    }

    public WeightedCells Sample { get; }

    public CellMeasure Measure { get; }

    /// <summary>Per cell of the sample.</summary>
    public ReadOnlySpan<CellPart> Parts => _parts;

    /// <summary>Of the residuals from a ratio in a cell.</summary>
    public double Deviations(int place, double ratio) => _codeviations is { } known ? known[place] : Codeviations(place, ratio);

    /// <summary>Respondents who are counted, per domain.</summary>
    public long[] Respondents(CellPartition partition)
    {
        var respondents = new long[partition.Count];
        for (var place = 0; place < _parts.Length; place++)
        {
            if (partition.DomainOf[Sample.Cells[place].Cell] is var domain and >= 0)
            {
                respondents[domain] += _parts[place].Count;
            }
        }

        return respondents;
    }

    private double Codeviations(int place, double ratio) =>
        _parts[place].Count > 0 ? Math.Max(0, Measure.Codeviations(Sample.Cells[place].Moments, place, ratio, ratio)) : 0;
}
