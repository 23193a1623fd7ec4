namespace Dmk.Maturity.Statistics;

/// <summary>The calibration variables x of all units, kept by term: a category is one number per unit and not a column each.</summary>
internal sealed class CalibrationMatrix
{
    private readonly (int[] Codes, int At)[] _categories;
    private readonly (double[] Values, int At)[] _sums;

    public CalibrationMatrix(IReadOnlyList<CalibrationTerm> terms)
    {
        var categories = new List<(int[] Codes, int At)>();
        var sums = new List<(double[] Values, int At)>();
        var names = new List<string>();
        var totals = new List<double>();
        foreach (var term in terms)
        {
            if (term is CalibrationTerm.Categories coded)
            {
                categories.Add((coded.Of, totals.Count));
                totals.AddRange(coded.Totals);
            }
            else if (term is CalibrationTerm.Sum sum)
            {
                sums.Add((sum.Of, totals.Count));
                totals.Add(sum.Total);
            }

            names.AddRange(Enumerable.Range(0, term.Columns).Select(term.NameOf));
        }

        (_categories, _sums) = ([.. categories], [.. sums]);
        (Names, Totals) = (names, [.. totals]);
    }

    public int Columns => Totals.Length;

    public IReadOnlyList<string> Names { get; }

    /// <summary>Per column.</summary>
    public double[] Totals { get; }

    /// <summary>x'b of one unit.</summary>
    public double Dot(int unit, double[] coefficients)
    {
        var dot = 0.0;
        foreach (var (codes, at) in _categories)
        {
            if (codes[unit] >= 0)
            {
                dot += coefficients[at + codes[unit]];
            }
        }

        foreach (var (values, at) in _sums)
        {
            dot += values[unit] * coefficients[at];
        }

        return dot;
    }

    /// <summary>Adds x times a factor.</summary>
    public void AddTo(double[] sums, int unit, double factor)
    {
        foreach (var (codes, at) in _categories)
        {
            if (codes[unit] >= 0)
            {
                sums[at + codes[unit]] += factor;
            }
        }

        foreach (var (values, at) in _sums)
        {
            sums[at] += factor * values[unit];
        }
    }

    /// <summary>Sum over the units of x x' times their factors.</summary>
    public double[,] CrossProducts(ReadOnlySpan<double> factors)
    {
        var products = new double[Columns, Columns];
        Span<int> columns = stackalloc int[_categories.Length + _sums.Length];
        Span<double> values = stackalloc double[columns.Length];
        for (var unit = 0; unit < factors.Length; unit++)
        {
            if (factors[unit] == 0)
            {
                continue;
            }

            var filled = Row(unit, columns, values);
            for (var a = 0; a < filled; a++)
            {
                var scaled = values[a] * factors[unit];
                for (var b = 0; b <= a; b++)
                {
                    products[columns[a], columns[b]] += scaled * values[b];
                }
            }
        }

        for (var a = 0; a < Columns; a++)
        {
            for (var b = 0; b < a; b++)
            {
                products[a, b] = products[b, a] = products[a, b] + products[b, a];
            }
        }

        return products;
    }

    /// <returns>How many columns of this unit are not 0.</returns>
    private int Row(int unit, Span<int> columns, Span<double> values)
    {
        var filled = 0;
        foreach (var (codes, at) in _categories)
        {
            if (codes[unit] >= 0)
            {
                (columns[filled], values[filled]) = (at + codes[unit], 1);
                filled++;
            }
        }

        foreach (var (sum, at) in _sums)
        {
            (columns[filled], values[filled]) = (at, sum[unit]);
            filled++;
        }

        return filled;
    }
}
