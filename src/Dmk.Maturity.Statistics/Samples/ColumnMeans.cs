using System.Runtime.InteropServices;

namespace Dmk.Maturity.Statistics;

/// <summary>Means of many variables in domains that do not overlap, in one pass over the columns of a file: for files of a million
/// respondents. The numbers are those of <see cref="SampleStatistics"/>.</summary>
/// <remarks>The pass adds up what lies in the same domain and stratum; variances follow from these sums, since of a domain every stratum
/// has one. Values are taken from the first one of their cell before they are squared, so that little cancels when they are moved to the
/// domain's mean. Where that first value lies far out a second pass takes them from the domain's mean, and where they lie close together
/// and far from it a third one from the mean of their own cell.</remarks>
public sealed class ColumnMeans
{
    private const int LargestMap = 1 << 22;

    /// <summary>Below this share of the squares the rest of a subtraction has too few digits.</summary>
    private const double Cancelled = 1e-4;

    /// <summary>Of a mean, relative to it.</summary>
    private const double Rounding = 1e-15;

    private readonly SampleDesign _design;
    private readonly SampleOptions _options;
    private readonly int _domains;
    private readonly int[] _cellOf;
    private readonly List<(int Domain, int Stratum)> _cells = [];
    private readonly TQuantiles _quantiles;

    /// <param name="domainOf">Per unit: its domain from 0, or -1 for none.</param>
    /// <exception cref="ArgumentException">The weights have been calibrated, intervals shall be adjusted, or there are not as many
    /// units.</exception>
    /// <exception cref="LonelyUnitException">A stratum has a single unit, and that shall be an error.</exception>
    public ColumnMeans(SampleDesign design, IReadOnlyList<int> domainOf, int domains, SampleOptions options)
    {
        if (design.Projection is not null || options.Intervals != IntervalVariance.Linearised || domainOf.Count != design.Units)
        {
            throw new ArgumentException("This takes weights as given, linearised variances, and a domain for each unit.", nameof(domainOf));
        }

        (_design, _options, _domains) = (design, options, domains);
        _quantiles = new(options.Level);
        StratifiedVariance.CheckLonely(design);
        _cellOf = Cells(domainOf);
    }

    /// <summary>Per domain; null for one without any unit that has a value.</summary>
    /// <param name="values">Per unit; NaN is missing.</param>
    /// <param name="scale">The ends of the scale that no interval may leave; null for none.</param>
    public IReadOnlyList<SampleEstimate?> Of(double[] values, (double From, double To)? scale = null)
    {
        var options = _options with { Scale = scale };
        var (sums, missing) = (new CellSums[_cells.Count], new long[_domains]);
        FirstPass(values, sums, missing);
        var domains = DomainsOf(sums);
        var cells = new MovedSums[sums.Length];
        var isFarOut = false;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = sums[cell].About(domains[_cells[cell].Domain].Mean);
            isFarOut |= cells[cell].IsFarOut(sums[cell]);
        }

        if (isFarOut)
        {
            SecondPass(values, cells);
        }

        if (Array.Exists(cells, IsCancelled))
        {
            ThirdPass(values, cells);
        }

        AddVariances(cells, domains);
        return [.. domains.Select((domain, index) => domain.Respondents == 0 ? null : EstimateOf(domain, missing[index], options))];
    }

    private int[] Cells(IReadOnlyList<int> domainOf)
    {
        var cellOf = domainOf.ToArray();
        var strata = _design.StratumOf;
        var size = (long)_domains * _design.Strata;
        var map = size <= LargestMap ? new int[size] : null;
        var sparse = new Dictionary<long, int>();
        for (var unit = 0; unit < cellOf.Length; unit++)
        {
            var domain = cellOf[unit];
            if (domain < 0)
            {
                continue;
            }

            var key = ((long)domain * _design.Strata) + strata[unit];
            ref var cell = ref map is null ? ref CollectionsMarshal.GetValueRefOrAddDefault(sparse, key, out _) : ref map[key];
            if (cell == 0)
            {
                _cells.Add((domain, strata[unit]));
                cell = _cells.Count;
            }

            cellOf[unit] = cell - 1;
        }

        return cellOf;
    }

    /// <param name="missing">Per domain.</param>
    private void FirstPass(ReadOnlySpan<double> values, CellSums[] sums, long[] missing)
    {
        var cells = _cellOf.AsSpan()[..values.Length];
        var weights = _design.Weights[..values.Length];
        for (var unit = 0; unit < values.Length; unit++)
        {
            var (cell, value, weight) = (cells[unit], values[unit], weights[unit]);
            if (cell < 0)
            {
                continue;
            }

            if (double.IsNaN(value))
            {
                missing[_cells[cell].Domain]++;
            }
            else if (weight != 0)
            {
                sums[cell].Add(value, weight);
            }
        }
    }

    /// <summary>The same sums, of values that are taken from the domain's mean before they are squared.</summary>
    private void SecondPass(ReadOnlySpan<double> values, MovedSums[] cells)
    {
        var weights = _design.Weights;
        foreach (ref var cell in cells.AsSpan())
        {
            (cell.Moved, cell.SquaredMoved, cell.Squares) = (0, 0, 0);
        }

        for (var unit = 0; unit < values.Length; unit++)
        {
            if (_cellOf[unit] >= 0 && !double.IsNaN(values[unit]))
            {
                ref var into = ref cells[_cellOf[unit]];
                var apart = values[unit] - into.Mean;
                var moved = weights[unit] * apart;
                into.Moved += moved;
                into.SquaredMoved += moved * moved;
                into.Squares += moved * apart;
            }
        }
    }

    /// <summary>Deviations of what moves the mean from its own mean in the cell, in place of its squares.</summary>
    private void ThirdPass(ReadOnlySpan<double> values, MovedSums[] cells)
    {
        var weights = _design.Weights;
        foreach (ref var cell in cells.AsSpan())
        {
            (cell.Centre, cell.Deviations) = (cell.Moved / Math.Max(1, cell.Count), 0);
            (cell.Lowest, cell.Highest) = (double.PositiveInfinity, double.NegativeInfinity);
        }

        for (var unit = 0; unit < values.Length; unit++)
        {
            if (_cellOf[unit] >= 0 && !double.IsNaN(values[unit]) && weights[unit] != 0)
            {
                ref var into = ref cells[_cellOf[unit]];
                var moved = weights[unit] * (values[unit] - into.Mean);
                var apart = moved - into.Centre;
                into.Deviations += apart * apart;
                (into.Lowest, into.Highest) = (Math.Min(into.Lowest, moved), Math.Max(into.Highest, moved));
            }
        }

        foreach (ref var cell in cells.AsSpan())
        {
            // Equal values differ from their mean by its rounding alone, which grows with how many there are.
            var rounding = Rounding * cell.Centre;
            var isEqual = cell.Lowest == cell.Highest || cell.Deviations <= cell.Count * rounding * rounding;
            cell.Deviations = isEqual ? 0 : cell.Deviations;
            cell.SquaredMoved = cell.Deviations + (cell.Count * cell.Centre * cell.Centre);
            cell.IsCentred = true;
        }
    }

    private static bool IsCancelled(MovedSums cell) =>
        cell.Count > 1 && cell.SquaredMoved - (cell.Moved * cell.Moved / cell.Count) < Cancelled * cell.SquaredMoved;

    private DomainSums[] DomainsOf(CellSums[] sums)
    {
        var domains = new DomainSums[_domains];
        for (var cell = 0; cell < sums.Length; cell++)
        {
            if (sums[cell].Count == 0)
            {
                continue;
            }

            ref var domain = ref domains[_cells[cell].Domain];
            domain.Shift = domain.Respondents == 0 ? sums[cell].First : domain.Shift;
            domain.Respondents += sums[cell].Count;
            domain.Weight += sums[cell].Weight;
            domain.SquaredWeight += sums[cell].SquaredWeight;
            domain.Mean += sums[cell].Sum + (sums[cell].Weight * (sums[cell].First - domain.Shift));
            domain.Strata++;
        }

        foreach (ref var domain in domains.AsSpan())
        {
            domain.Mean = domain.Shift + (domain.Mean / domain.Weight);
        }

        return domains;
    }

    private void AddVariances(MovedSums[] cells, DomainSums[] domains)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell].Count == 0)
            {
                continue;
            }

            var (at, stratum) = _cells[cell];
            ref var domain = ref domains[at];
            domain.Squares += cells[cell].Squares;
            domain.Variance.IsSampled |= _design.Corrections[stratum] > 0;
            var (n, correction) = (_design.Respondents[stratum], _design.Corrections[stratum]);
            if (n > 1)
            {
                domain.Variance.Add(correction * n / (n - 1) * cells[cell].DeviationsAmong(n) / domain.Weight / domain.Weight, n);
            }
            else if (correction == 0 || _design.Lonely == LonelyUnit.Certainty)
            {
                domain.Variance.Add(0, n);
            }
            else if (_design.Lonely == LonelyUnit.Adjust)
            {
                domain.Variance.Add(correction * cells[cell].SquaredMoved / domain.Weight / domain.Weight, n);
            }
            else
            {
                domain.Variance.AddUnknown();
            }
        }
    }

    private SampleEstimate EstimateOf(DomainSums domain, long missing, SampleOptions options)
    {
        var simpleRandom = domain.Squares / domain.Weight / (domain.Respondents - 1) * (domain.Weight - domain.Respondents) / domain.Weight;
        return SampleStatistics.EstimateOf(
            new(
                domain.Mean,
                new Influence([], []),
                domain.Respondents,
                missing,
                domain.Weight,
                domain.Weight * domain.Weight / domain.SquaredWeight,
                simpleRandom >= 0 ? simpleRandom : double.NaN
            ),
            domain.Variance.Averaged,
            domain.Variance.Averaged,
            domain.Strata,
            _design,
            options,
            _quantiles
        );
    }

    private struct DomainSums
    {
        public long Respondents;
        public double Weight;
        public double SquaredWeight;
        public double Shift;
        public double Mean;
        public double Squares;
        public int Strata;
        public VarianceParts Variance;
    }
}
