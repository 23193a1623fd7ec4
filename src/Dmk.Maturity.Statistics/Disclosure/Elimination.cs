namespace Dmk.Maturity.Statistics;

/// <summary>Equations solved for their first columns by Gauss and Jordan, modulo a prime.</summary>
internal sealed class Elimination
{
    private readonly ulong[][] _rows;
    private readonly int[] _pivotRows;

    /// <param name="rows">Equations; they are overwritten.</param>
    /// <param name="unknowns">How many of the first columns are to be solved for.</param>
    public Elimination(ulong[][] rows, int unknowns)
    {
        _rows = rows;
        _pivotRows = new int[unknowns];
        var rank = 0;
        for (var column = 0; column < unknowns; column++)
        {
            var pivot = Array.FindIndex(rows, rank, row => row[column] != 0);
            _pivotRows[column] = pivot < 0 ? -1 : rank;
            if (pivot >= 0)
            {
                (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
                Clear(column, rank);
                rank++;
            }
        }
    }

    /// <summary>The equation in which this unknown stands with 1 and no other solved one stands; null for an unknown that stays
    /// free.</summary>
    public IReadOnlyList<ulong>? EquationOf(int unknown) => _pivotRows[unknown] < 0 ? null : _rows[_pivotRows[unknown]];

    private void Clear(int column, int rank)
    {
        var pivot = _rows[rank];
        var inverse = PrimeField.Inverse(pivot[column]);
        var filled = Enumerable.Range(0, pivot.Length).Where(at => pivot[at] != 0).ToArray();
        foreach (var at in filled)
        {
            pivot[at] = PrimeField.Multiply(pivot[at], inverse);
        }

        foreach (var row in _rows)
        {
            var factor = row[column];
            if (row == pivot || factor == 0)
            {
                continue;
            }

            foreach (var at in filled)
            {
                row[at] = PrimeField.Subtract(row[at], PrimeField.Multiply(factor, pivot[at]));
            }
        }
    }
}
