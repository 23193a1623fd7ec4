namespace Dmk.Maturity.Statistics;

/// <summary>Equations A x = b with a symmetric, positive semidefinite A, solved by Cholesky with pivots; columns that depend on others
/// get 0. That is what dropping redundant categories of margins comes to.</summary>
internal sealed class SemidefiniteSystem
{
    private const double Negligible = 1e-11;

    private readonly double[,] _factor;
    private readonly int[] _order;
    private readonly int _rank;

    /// <param name="matrix">It is not changed.</param>
    public SemidefiniteSystem(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        _factor = new double[size, size];
        _order = [.. Enumerable.Range(0, size)];
        // In units of the diagonal, so that what is negligible does not depend on the units of a variable.
        var rest = new double[size];
        for (var i = 0; i < size; i++)
        {
            rest[i] = matrix[i, i];
        }

        for (_rank = 0; _rank < size; _rank++)
        {
            var pivot = Enumerable.Range(_rank, size - _rank).MaxBy(at => Share(matrix, rest, _order[at]));
            if (!(Share(matrix, rest, _order[pivot]) > Negligible))
            {
                break;
            }

            (_order[_rank], _order[pivot]) = (_order[pivot], _order[_rank]);
            var column = _order[_rank];
            var root = Math.Sqrt(rest[column]);
            _factor[column, _rank] = root;
            for (var at = _rank + 1; at < size; at++)
            {
                var row = _order[at];
                var value = matrix[row, column];
                for (var k = 0; k < _rank; k++)
                {
                    value -= _factor[row, k] * _factor[column, k];
                }

                _factor[row, _rank] = value / root;
                rest[row] -= _factor[row, _rank] * _factor[row, _rank];
            }
        }
    }

    public double[] Solve(double[] right)
    {
        var between = new double[_rank];
        for (var i = 0; i < _rank; i++)
        {
            var value = right[_order[i]];
            for (var k = 0; k < i; k++)
            {
                value -= _factor[_order[i], k] * between[k];
            }

            between[i] = value / _factor[_order[i], i];
        }

        var solution = new double[right.Length];
        for (var i = _rank - 1; i >= 0; i--)
        {
            var value = between[i];
            for (var k = i + 1; k < _rank; k++)
            {
                value -= _factor[_order[k], i] * solution[_order[k]];
            }

            solution[_order[i]] = value / _factor[_order[i], i];
        }

        return solution;
    }

    private static double Share(double[,] matrix, double[] rest, int at) => matrix[at, at] > 0 ? rest[at] / matrix[at, at] : 0;
}
