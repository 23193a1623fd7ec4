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
    public ulong[]? EquationOf(int unknown) => _pivotRows[unknown] < 0 ? null : _rows[_pivotRows[unknown]];

    /// <summary>Whether no unknown that stays free is left in its equation.</summary>
    public bool IsDetermined(int unknown) =>
        EquationOf(unknown) is { } equation
        && !equation.AsSpan(0, unknown).ContainsAnyExcept(0UL)
        && !equation.AsSpan(unknown + 1, _pivotRows.Length - unknown - 1).ContainsAnyExcept(0UL);

    private void Clear(int column, int rank)
    {
        var pivot = _rows[rank];
        var inverse = PrimeField.Inverse(pivot[column]);
        var filled = new List<int>();
        for (var at = 0; at < pivot.Length; at++)
        {
            if (pivot[at] != 0)
            {
                filled.Add(at);
                pivot[at] = PrimeField.Multiply(pivot[at], inverse);
            }
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
