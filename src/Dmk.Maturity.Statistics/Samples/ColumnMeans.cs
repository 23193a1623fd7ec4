using System.Runtime.InteropServices;

namespace Dmk.Maturity.Statistics;

/// <summary>Means of many variables in domains that do not overlap, in two passes over the columns of a file: for files of a million
/// respondents. The numbers are those of <see cref="SampleStatistics"/>.</summary>
/// <remarks>Each pass adds up what lies in the same domain and stratum; variances follow from these sums, since of a domain every stratum
/// has one. Residuals are taken from the domain's mean before they are squared, so that little cancels; where much does, all the same, a
/// third pass takes them from the mean of their own cell.</remarks>
public sealed class ColumnMeans
{
    private const int LargestMap = 1 << 22;

    /// <summary>Below this share of the squares the rest of a subtraction has too few digits.</summary>
    private const double Cancelled = 1e-5;

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
        var sums = new CellSums[_cells.Count];
        FirstPass(values, sums);
        var domains = DomainsOf(sums);
        for (var cell = 0; cell < sums.Length; cell++)
        {
            sums[cell].Mean = domains[_cells[cell].Domain].Mean;
        }

        SecondPass(values, sums);
        if (Array.Exists(sums, IsCancelled))
        {
            ThirdPass(values, sums);
        }

        AddVariances(sums, domains);
        return [.. domains.Select(domain => domain.Respondents == 0 ? null : EstimateOf(domain, options))];
    }

    private int[] Cells(IReadOnlyList<int> domainOf)
    {
        var cellOf = new int[domainOf.Count];
        var strata = _design.StratumOf;
        var size = (long)_domains * _design.Strata;
        var map = size <= LargestMap ? new int[size] : null;
        var sparse = new Dictionary<long, int>();
        for (var unit = 0; unit < cellOf.Length; unit++)
        {
            var domain = domainOf[unit];
            if (domain < 0)
            {
                cellOf[unit] = -1;
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

    private void FirstPass(double[] values, CellSums[] sums)
    {
        var weights = _design.Weights;
        var cells = _cellOf.AsSpan();
        for (var unit = 0; unit < values.Length; unit++)
        {
            var cell = cells[unit];
            if (cell < 0)
            {
                continue;
            }

            ref var into = ref sums[cell];
            var (value, weight) = (values[unit], weights[unit]);
            if (double.IsNaN(value))
            {
                into.Missing++;
            }
            else if (weight != 0)
            {
                // From the first value on: of equal values the mean is exactly that value.
                into.Shift = into.Count == 0 ? value : into.Shift;
                into.Count++;
                into.Weight += weight;
                into.SquaredWeight += weight * weight;
                into.Sum += weight * (value - into.Shift);
            }
        }
    }

    private void SecondPass(double[] values, CellSums[] sums)
    {
        var weights = _design.Weights;
        var cells = _cellOf.AsSpan();
        for (var unit = 0; unit < values.Length; unit++)
        {
            var cell = cells[unit];
            if (cell < 0)
            {
                continue;
            }

            ref var into = ref sums[cell];
            var apart = values[unit] - into.Mean;
            if (!double.IsNaN(apart))
            {
                var moved = weights[unit] * apart;
                into.Moved += moved;
                into.SquaredMoved += moved * moved;
                into.Squares += moved * apart;
            }
        }
    }

    /// <summary>Deviations of what moves the mean from its own mean in the cell, in place of its squares.</summary>
    private void ThirdPass(double[] values, CellSums[] sums)
    {
        var weights = _design.Weights;
        foreach (ref var cell in sums.AsSpan())
        {
            (cell.Centre, cell.Deviations) = (cell.Moved / Math.Max(1, cell.Count), 0);
        }

        for (var unit = 0; unit < values.Length; unit++)
        {
            if (_cellOf[unit] >= 0 && !double.IsNaN(values[unit]) && weights[unit] != 0)
            {
                ref var into = ref sums[_cellOf[unit]];
                var apart = (weights[unit] * (values[unit] - into.Mean)) - into.Centre;
                into.Deviations += apart * apart;
            }
        }

        foreach (ref var cell in sums.AsSpan())
        {
            // Equal values differ from their mean by its rounding at most.
            var rounding = Rounding * cell.Centre;
            cell.Deviations = cell.Deviations <= cell.Count * rounding * rounding ? 0 : cell.Deviations;
            cell.SquaredMoved = cell.Deviations + (cell.Count * cell.Centre * cell.Centre);
            cell.IsCentred = true;
        }
    }

    private bool IsCancelled(CellSums cell) =>
        cell.Count > 1 && cell.SquaredMoved - (cell.Moved * cell.Moved / cell.Count) < Cancelled * cell.SquaredMoved;

    private DomainSums[] DomainsOf(CellSums[] sums)
    {
        var domains = new DomainSums[_domains];
        for (var cell = 0; cell < sums.Length; cell++)
        {
            ref var domain = ref domains[_cells[cell].Domain];
            domain.Missing += sums[cell].Missing;
            if (sums[cell].Count == 0)
            {
                continue;
            }

            domain.Shift = domain.Respondents == 0 ? sums[cell].Shift : domain.Shift;
            domain.Respondents += sums[cell].Count;
            domain.Weight += sums[cell].Weight;
            domain.SquaredWeight += sums[cell].SquaredWeight;
            domain.Mean += sums[cell].Sum + (sums[cell].Weight * (sums[cell].Shift - domain.Shift));
            domain.Strata++;
        }

        foreach (ref var domain in domains.AsSpan())
        {
            domain.Mean = domain.Shift + (domain.Mean / domain.Weight);
        }

        return domains;
    }

    private void AddVariances(CellSums[] sums, DomainSums[] domains)
    {
        for (var cell = 0; cell < sums.Length; cell++)
        {
            if (sums[cell].Count == 0)
            {
                continue;
            }

            var (at, stratum) = _cells[cell];
            ref var domain = ref domains[at];
            domain.Squares += sums[cell].Squares;
            domain.Variance.IsSampled |= _design.Corrections[stratum] > 0;
            var (n, correction) = (_design.Respondents[stratum], _design.Corrections[stratum]);
            if (n > 1)
            {
                domain.Variance.Add(correction * n / (n - 1) * sums[cell].DeviationsAmong(n) / domain.Weight / domain.Weight, n);
            }
            else if (correction == 0 || _design.Lonely == LonelyUnit.Certainty)
            {
                domain.Variance.Add(0, n);
            }
            else if (_design.Lonely == LonelyUnit.Adjust)
            {
                domain.Variance.Add(correction * sums[cell].SquaredMoved / domain.Weight / domain.Weight, n);
            }
            else
            {
                domain.Variance.AddUnknown();
            }
        }
    }

    private SampleEstimate EstimateOf(DomainSums domain, SampleOptions options)
    {
        var simpleRandom = domain.Squares / domain.Weight / (domain.Respondents - 1) * (domain.Weight - domain.Respondents) / domain.Weight;
        return SampleStatistics.EstimateOf(
            new(
                domain.Mean,
                new Influence([], []),
                domain.Respondents,
                domain.Missing,
                domain.Weight,
                domain.Weight * domain.Weight / domain.SquaredWeight,
                simpleRandom > 0 ? simpleRandom : double.NaN
            ),
            domain.Variance.Averaged,
            domain.Variance.Averaged,
            domain.Strata,
            _design,
            options,
            _quantiles
        );
    }

    private struct CellSums
    {
        public long Count;
        public long Missing;
        public double Weight;
        public double SquaredWeight;
        public double Shift;
        public double Sum;
        public double Mean;
        public double Moved;
        public double SquaredMoved;
        public double Squares;
        public double Centre;
        public double Deviations;
        public bool IsCentred;

        /// <summary>Squared deviations from the mean among all units of the stratum, those outside of the cell with 0.</summary>
        public readonly double DeviationsAmong(long units) =>
            IsCentred ? Deviations + (Count * Centre * Centre * (units - Count) / units) : SquaredMoved - (Moved * Moved / units);
    }

    private struct DomainSums
    {
        public long Respondents;
        public long Missing;
        public double Weight;
        public double SquaredWeight;
        public double Shift;
        public double Mean;
        public double Squares;
        public int Strata;
        public VarianceParts Variance;
    }
}
