namespace Dmk.Maturity.Statistics;

/// <summary>Ways on which withheld amounts can be moved without any figure that is given becoming another one: what one cell has more, the
/// next one of the same row has less, the next one of its column more, until the first column is reached again.</summary>
/// <remarks>Who knows the truth shows so, without a linear programme, that others cannot tell it. A cell that is in three sums and more
/// stays as it is. Gusfield, A graph theoretic approach to statistical data security (SIAM Journal on Computing 17, 1988).</remarks>
internal sealed class ClosedWays
{
    /// <summary>Per cell the sums that it is in, 1 as a part and -1 as the total.</summary>
    private readonly (int Sum, int Sign)[][] _sumsOf;

    /// <summary>Per sum its cells with their signs.</summary>
    private readonly (int Cell, int Sign)[][] _cellsOf;

    /// <summary>Per sum and sign of what it has too much, and at the end for what gets lost, the cell by which it was reached, how that one
    /// moved, and from where; of the search that is numbered so.</summary>
    private readonly (int Search, int Cell, int Direction, int From)[] _reached;
    private readonly Queue<int> _next = new();
    private int _search;

    public ClosedWays(int cells, IReadOnlyList<ReadSum> sums)
    {
        _cellsOf = [.. sums.Select(sum => sum.Parts.Select(part => (Cell: part, Sign: 1)).Append((Cell: sum.Total, Sign: -1)).ToArray())];
        var sumsOf = _cellsOf.Index().SelectMany(sum => sum.Item.Select(one => (one.Cell, In: (sum.Index, one.Sign))));
        var found = sumsOf.ToLookup(one => one.Cell, one => one.In);
        _sumsOf = [.. Enumerable.Range(0, cells).Select(cell => found[cell].ToArray())];
        _reached = new (int, int, int, int)[(2 * sums.Count) + 1];
    }

    /// <summary>Where what a cell has too much gets lost that is in one sum alone.</summary>
    private int Nowhere => _reached.Length - 1;

    /// <summary>Whether a cell can be moved.</summary>
    public bool Leads(int cell) => _sumsOf[cell].Length <= 2;

    /// <summary>Moves as much as it can into a cell, or out of it.</summary>
    /// <param name="amounts">Per cell, not negative; on return what they are after the move.</param>
    /// <param name="direction">1 to make the cell larger, -1 to make it smaller.</param>
    /// <param name="least">What is too little to be moved.</param>
    /// <param name="given">Per cell, whether it stays as it is.</param>
    /// <param name="enough">Of the cell's amount, where it ends.</param>
    public void Move(double[] amounts, int cell, int direction, double least, bool[] given, Func<double, bool> enough)
    {
        while (Way(amounts, cell, direction, least, given) is { } moves)
        {
            var most = moves
                .Where(move => move.Direction < 0)
                .Select(move => amounts[move.Cell])
                .DefaultIfEmpty(double.PositiveInfinity)
                .Min();
            foreach (var (moved, by) in moves)
            {
                amounts[moved] = Math.Max(0, amounts[moved] + (by * most));
            }

            if (double.IsInfinity(most) || enough(amounts[cell]))
            {
                return;
            }
        }
    }

    /// <returns>The cells that move, each once, and how; null where no way was found.</returns>
    private List<(int Cell, int Direction)>? Way(double[] amounts, int first, int direction, double least, bool[] given)
    {
        var starts = _sumsOf[first];
        if (starts.Length > 2 || (direction < 0 && amounts[first] < least))
        {
            return null;
        }

        var moves = new List<(int Cell, int Direction)> { (first, direction) };
        if (starts.Length == 0)
        {
            return moves;
        }

        // What is too much in a sum after the cell has moved, by its sign.
        var excess = Array.ConvertAll(starts, start => StateOf(start.Sum, start.Sign * direction));
        return
            (excess.Length == 2 && Add(Opposite(excess[1]), excess[0]))
            || (Add(Nowhere, excess[0]) && (excess.Length == 1 || Add(Nowhere, excess[1])))
            ? moves
            : null;

        bool Add(int to, int from)
        {
            if (!Reaches(amounts, first, from, to, least, given))
            {
                return false;
            }

            for (var at = to; at != from; at = _reached[at].From)
            {
                moves.Add((_reached[at].Cell, _reached[at].Direction));
            }

            return moves.Select(move => move.Cell).Distinct().Count() == moves.Count;
        }
    }

    private bool Reaches(double[] amounts, int first, int from, int to, double least, bool[] given)
    {
        _search++;
        _next.Clear();
        _next.Enqueue(from);
        _reached[from] = (_search, first, 0, from);
        while (_reached[to].Search != _search && _next.TryDequeue(out var at))
        {
            foreach (var (cell, sign) in _cellsOf[at / 2])
            {
                var direction = at % 2 == 0 ? sign : -sign;
                if (cell == first || given[cell] || !Leads(cell) || (direction < 0 && amounts[cell] < least))
                {
                    continue;
                }

                var left = Left(cell, at / 2, direction);
                if (_reached[left].Search != _search)
                {
                    _reached[left] = (_search, cell, direction, at);
                    if (left != Nowhere)
                    {
                        _next.Enqueue(left);
                    }
                }
            }
        }

        return _reached[to].Search == _search;
    }

    /// <summary>What a cell that has moved leaves in its other sum.</summary>
    private int Left(int cell, int sum, int direction)
    {
        var all = _sumsOf[cell];
        var (other, sign) = all[0].Sum == sum ? all[^1] : all[0];
        return all.Length == 1 ? Nowhere : StateOf(other, sign * direction);
    }

    private static int StateOf(int sum, int sign) => (2 * sum) + (sign > 0 ? 1 : 0);

    private static int Opposite(int state) => state ^ 1;
}
