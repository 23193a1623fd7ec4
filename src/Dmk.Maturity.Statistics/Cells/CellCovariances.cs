namespace Dmk.Maturity.Statistics;

/// <summary>Covariances between domains of several partitions, which may overlap: a Land and the whole.</summary>
/// <remarks>sum_g (1 - n_g/N_g) n_g/(n_g - 1) sum (z - zbar_g)(z' - z'bar_g), as <see cref="CellEstimates"/> has variances.</remarks>
internal sealed class CellCovariances
{
    private readonly WeightedCells _sample;
    private readonly MeasuredParts _found;
    private readonly CellInfluence[] _influences;

    /// <summary>Per partition: the index of its first domain.</summary>
    private readonly (CellPartition Partition, int First)[] _partitions;

    /// <summary>Per domain and cell; null without a calibration.</summary>
    private readonly double[][]? _shifts;

    public CellCovariances(MeasuredParts found, IReadOnlyList<CellPartition> partitions, CellInfluence[] influences)
    {
        (_sample, _found, _influences) = (found.Sample, found, influences);
        _partitions = new (CellPartition Partition, int First)[partitions.Count];
        var first = 0;
        for (var at = 0; at < partitions.Count; at++)
        {
            _partitions[at] = (partitions[at], first);
            first += partitions[at].Count;
        }

        _shifts = _sample.Projection is null
            ? null
            :
            [
                .. _partitions.SelectMany(one =>
                    Enumerable
                        .Range(0, one.Partition.Count)
                        .Select(domain => influences[one.First + domain].Shifts(found, one.Partition, domain))
                ),
            ];
    }

    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    public double[,] Matrix(LonelyUnit lonely)
    {
        _sample.CheckLonely(lonely);
        var (matrix, parts, place) = (new double[_influences.Length, _influences.Length], new VarianceParts[_influences.Length], 0);
        for (var index = 0; index < _sample.Classes; index++)
        {
            var moving = new Products();
            for (; place < _sample.Cells.Count && _sample.ClassOf[place] == index; place++)
            {
                AddCell(place, moving);
            }

            var (n, correction) = (_sample.RespondentsOfClass[index], _sample.Corrections[index]);
            if (n > 1)
            {
                moving.AddTo(matrix, correction * n / (n - 1), n);
            }
            else if (lonely == LonelyUnit.Adjust)
            {
                moving.AddTo(matrix, correction, double.PositiveInfinity);
            }

            var isUnknown = n == 1 && correction > 0 && lonely == LonelyUnit.Average;
            foreach (var domain in moving.Domains)
            {
                if (isUnknown)
                {
                    parts[domain].AddUnknown();
                }
                else
                {
                    parts[domain].Add(0, n);
                }
            }
        }

        for (var one = 0; one < parts.Length; one++)
        {
            for (var other = 0; other < parts.Length; other++)
            {
                matrix[one, other] *= Math.Sqrt(parts[one].AveragingFactor * parts[other].AveragingFactor);
            }
        }

        return Possible(matrix);
    }

    /// <summary>A variance that is exactly 0 may be rounded to less, and its covariances away from 0.</summary>
    private static double[,] Possible(double[,] matrix)
    {
        for (var one = 0; one < matrix.GetLength(0); one++)
        {
            matrix[one, one] = Math.Max(0, matrix[one, one]);
            for (var other = 0; other < one; other++)
            {
                var largest = Math.Sqrt(matrix[one, one]) * Math.Sqrt(matrix[other, other]);
                matrix[one, other] = matrix[other, one] = Math.Clamp(matrix[one, other], -largest, largest);
            }
        }

        return matrix;
    }

    private void AddCell(int place, Products moving)
    {
        var (cell, weight) = (_sample.Cells[place], _sample.Weights[place]);
        var part = _found.Parts[place];
        var inside = _partitions
            .Select(one => (one.First, Domain: one.Partition.DomainOf[cell.Cell]))
            .Where(one => one.Domain >= 0 && part.Count > 0)
            .Select(one => one.First + one.Domain)
            .ToArray();
        var there = _shifts is null ? inside : [.. Enumerable.Range(0, _influences.Length)];
        var rest = Array.ConvertAll(there, domain => weight * (_shifts?[domain][place] ?? 0));
        var counted = there.Select((domain, at) => rest[at] + (inside.Contains(domain) ? weight * Mean(domain, part) : 0)).ToArray();
        for (var a = 0; a < there.Length; a++)
        {
            var (one, others) = (there[a], cell.Moments.Respondents - part.Count);
            moving.Sum(one, (part.Count * counted[a]) + (others * rest[a]));
            for (var b = 0; b <= a; b++)
            {
                var other = there[b];
                var apart =
                    inside.Contains(one) && inside.Contains(other)
                        ? weight * weight * _influences[one].Scale * _influences[other].Scale * Apart(place, one, other)
                        : 0;
                moving.Product(one, other, apart + (part.Count * counted[a] * counted[b]) + (others * rest[a] * rest[b]));
            }
        }
    }

    private double Mean(int domain, CellPart part) => _influences[domain].Scale * part.Residual(_influences[domain].Ratio);

    private double Apart(int place, int one, int other) =>
        _found.Measure.Codeviations(_sample.Cells[place].Moments, place, _influences[one].Ratio, _influences[other].Ratio);

    /// <summary>Sums and products of z over one class, of the domains that move there.</summary>
    private sealed class Products
    {
        private readonly Dictionary<int, double> _sums = [];
        private readonly Dictionary<(int One, int Other), double> _products = [];

        public IEnumerable<int> Domains => _sums.Keys;

        public void Sum(int domain, double sum) => _sums[domain] = _sums.GetValueOrDefault(domain) + sum;

        public void Product(int one, int other, double product)
        {
            var pair = one < other ? (one, other) : (other, one);
            _products[pair] = _products.GetValueOrDefault(pair) + product;
        }

        public void AddTo(double[,] matrix, double factor, double respondents)
        {
            foreach (var (one, sum) in _sums)
            {
                foreach (var (other, otherSum) in _sums)
                {
                    var pair = one < other ? (one, other) : (other, one);
                    matrix[one, other] += factor * (_products.GetValueOrDefault(pair) - (sum * otherSum / respondents));
                }
            }
        }
    }
}
