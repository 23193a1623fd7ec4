using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>The regression of direct estimates on auxiliaries with the variances A + psi, and what the estimates of A need of it.</summary>
/// <remarks>By orthogonal columns Q R = V^-1/2 X (Gram and Schmidt twice; Golub and Van Loan 2013, section 5.2.8), without any inverse: the
/// projection P of Rao and Molina (2015), section 5.2, is V^-1/2 (I - QQ') V^-1/2.</remarks>
internal sealed class AreaRegression
{
    /// <summary>A column of which less than this share is left has nothing of its own.</summary>
    private const double Dependent = 1e-10;

    private readonly double[][] _q;
    private readonly double[][] _r;

    /// <exception cref="ArgumentException">A column depends on those before it; the text names it.</exception>
    public AreaRegression(IReadOnlyList<Area> areas, IReadOnlyList<string> auxiliaries, double between)
    {
        var m = areas.Count;
        Precisions = [.. areas.Select(area => 1 / (between + area.SamplingVariance))];
        _q = new double[auxiliaries.Count][];
        _r = [.. auxiliaries.Select(_ => new double[auxiliaries.Count])];
        for (var column = 0; column < auxiliaries.Count; column++)
        {
            _q[column] = [.. areas.Select((area, d) => area.Auxiliaries[column] * Math.Sqrt(Precisions[d]))];
            Orthogonalise(column, auxiliaries[column]);
        }

        var y = areas.Select((area, d) => area.Direct * Math.Sqrt(Precisions[d])).ToArray();
        var products = _q.Select(column => Dot(column, y)).ToArray();
        Beta = Back(products);
        Residuals = new double[m];
        for (var d = 0; d < m; d++)
        {
            Residuals[d] = (areas[d].Direct - Dot(Beta, areas[d].Auxiliaries)) * Math.Sqrt(Precisions[d]);
        }
    }

    public double[] Beta { get; }

    /// <summary>(y - x'b) / sqrt(A + psi).</summary>
    public double[] Residuals { get; }

    /// <summary>1 / (A + psi).</summary>
    public double[] Precisions { get; }

    /// <summary>y'Py: the squared standardized residuals.</summary>
    public double SquaredResiduals => Residuals.Sum(one => one * one);

    /// <summary>y'PPy.</summary>
    public double WeightedSquaredResiduals => Residuals.Select((one, d) => one * one * Precisions[d]).Sum();

    /// <summary>Of P.</summary>
    public double Trace => Precisions.Select((precision, d) => precision * (1 - Leverage(d))).Sum();

    /// <summary>Of PP.</summary>
    public double SquaredTrace
    {
        get
        {
            var sum = Precisions.Select((precision, d) => precision * precision * (1 - (2 * Leverage(d)))).Sum();
            foreach (var one in _q)
            {
                foreach (var other in _q)
                {
                    var product = 0.0;
                    for (var d = 0; d < one.Length; d++)
                    {
                        product += one[d] * other[d] * Precisions[d];
                    }

                    sum += product * product;
                }
            }

            return sum;
        }
    }

    /// <summary>The share of an area's own value in its prediction, 0 to 1.</summary>
    public double Leverage(int area) => _q.Sum(column => column[area] * column[area]);

    /// <summary>x'(X'V^-1X)^-1 x: the squared length of what solves R'u = x.</summary>
    public double PredictionVariance(IReadOnlyList<double> x)
    {
        var solution = new double[x.Count];
        for (var row = 0; row < x.Count; row++)
        {
            var rest = x[row];
            for (var before = 0; before < row; before++)
            {
                rest -= _r[before][row] * solution[before];
            }

            solution[row] = rest / _r[row][row];
        }

        return Dot(solution, solution);
    }

    public static double Dot(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var sum = 0.0;
        for (var at = 0; at < one.Count; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }

    private void Orthogonalise(int column, string name)
    {
        var own = _q[column];
        var before = Math.Sqrt(Dot(own, own));
        for (var again = 0; again < 2; again++)
        {
            for (var earlier = 0; earlier < column; earlier++)
            {
                var along = Dot(_q[earlier], own);
                _r[earlier][column] += along;
                for (var d = 0; d < own.Length; d++)
                {
                    own[d] -= along * _q[earlier][d];
                }
            }
        }

        var left = Math.Sqrt(Dot(own, own));
        if (!(left > Dependent * before))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Auxiliary '{name}' is 0 everywhere or a combination of those before it: leave it out."
                )
            );
        }

        _r[column][column] = left;
        for (var d = 0; d < own.Length; d++)
        {
            own[d] /= left;
        }
    }

    /// <summary>Solves R b = products from the last row up.</summary>
    private double[] Back(double[] products)
    {
        var solution = new double[products.Length];
        for (var row = products.Length - 1; row >= 0; row--)
        {
            var rest = products[row];
            for (var after = row + 1; after < products.Length; after++)
            {
                rest -= _r[row][after] * solution[after];
            }

            solution[row] = rest / _r[row][row];
        }

        return solution;
    }
}
