namespace Dmk.Maturity.Statistics;

/// <summary>Figures of overlapping sets of companies, each multiplied and all added up: whether such a mixture tells of few
/// companies.</summary>
/// <remarks>A figure holds what a company has as often as its factors say, so companies with the same factors drop out of a mixture
/// together. Mixtures in which all kinds drop out of which there are enough form a space; in it the one is sought that leaves the fewest
/// others. That is the smallest word of a linear code, for which no short way is known (Vardy, The intractability of computing the minimum
/// distance of a code, IEEE Transactions on Information Theory 43, 1997), so the search is bounded, and what it cannot decide counts as
/// telling of few.</remarks>
public sealed class FigureMixes
{
    /// <summary>Multiplications of a search at most, some hundredths of a second.</summary>
    public const long MostWork = 20_000_000;

    /// <summary>What is left of a factor of about one where it should be zero.</summary>
    private const double Nothing = 1e-9;

    private readonly IReadOnlyList<MixedKind> _kinds;
    private readonly long _minimum;
    private long _work;

    /// <summary>The row of the figure that a mixture must hold; null where it may hold any.</summary>
    private int? _held;

    private FigureMixes(IReadOnlyList<MixedKind> kinds, long minimum) => (_kinds, _minimum) = (kinds, minimum);

    /// <param name="rows">What a company has, of which it is not known how much: one factor for each figure.</param>
    /// <param name="minimum">Companies from which on there are enough.</param>
    /// <returns>Whether a mixture holds something of some companies and of fewer than the minimum.</returns>
    public static bool TellOfFew(IReadOnlyList<double[]> rows, IReadOnlyList<MixedKind> kinds, long minimum) =>
        new FigureMixes(kinds, minimum).Search(rows);

    /// <summary>The same for mixtures that hold a certain figure.</summary>
    /// <param name="held">Its place among the factors.</param>
    public static bool TellOfFew(IReadOnlyList<double[]> rows, IReadOnlyList<MixedKind> kinds, long minimum, int held)
    {
        if (rows.Count == 0)
        {
            return false;
        }

        var alone = new double[rows[0].Length];
        alone[held] = 1;
        var mixes = new FigureMixes(kinds, minimum) { _held = rows.Count };
        return mixes.Search([.. rows, alone]);
    }

    private bool Search(IReadOnlyList<double[]> rows)
    {
        double[]?[] left = [.. rows.Select(row => Array.Exists(row, IsSomething) ? row.ToArray() : null)];
        foreach (var kind in _kinds.Where(kind => kind.Companies >= _minimum))
        {
            LetDropOut(left, kind);
        }

        int[] small = [.. _kinds.Index().Where(kind => kind.Item.Companies < _minimum).Select(kind => kind.Index)];
        return Search(Packed(left), [.. small.OrderByDescending(kind => _kinds[kind].Companies)], [], 0);
    }

    /// <param name="open">Kinds that may drop out or not, those of most companies first.</param>
    /// <param name="told">Kinds that must not drop out.</param>
    /// <param name="companies">Of the latter.</param>
    private bool Search(double[]?[] rows, List<int> open, List<int> told, long companies)
    {
        if (_work > MostWork)
        {
            return true;
        }

        if ((_held is { } held && rows[held] is null) || told.Exists(kind => HasDroppedOut(rows, kind)))
        {
            return false;
        }

        var left = open.FindAll(kind => !HasDroppedOut(rows, kind));
        if (left.Count + told.Count == 0)
        {
            return false;
        }

        if (companies + left.Sum(kind => _kinds[kind].Companies) < _minimum)
        {
            return true;
        }

        // Of kinds that make up the minimum one must drop out: the first, or not the first and the second, and so on.
        List<int> kept = [.. told];
        for (var at = 0; at < left.Count && companies < _minimum; at++)
        {
            double[]?[] further = [.. rows];
            LetDropOut(further, _kinds[left[at]]);
            _work += _kinds[left[at]].Rows.Count * rows.LongLength * Width(rows);
            if (Search(Packed(further), left[(at + 1)..], kept, companies))
            {
                return true;
            }

            kept.Add(left[at]);
            companies += _kinds[left[at]].Companies;
        }

        return false;
    }

    private bool HasDroppedOut(double[]?[] rows, int kind)
    {
        foreach (var row in _kinds[kind].Rows)
        {
            if (rows[row] is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Only mixtures in which a kind drops out: one factor of each of its rows follows from the others. Rows are replaced, and
    /// none is changed.</summary>
    private static void LetDropOut(double[]?[] rows, MixedKind kind)
    {
        foreach (var at in kind.Rows)
        {
            if (rows[at] is { } known)
            {
                var pivot = Largest(known);
                for (var other = 0; other < rows.Length; other++)
                {
                    rows[other] = rows[other] is { } one && one[pivot] != 0 ? Less(one, known, pivot) : rows[other];
                }
            }
        }
    }

    /// <returns>The place of the first one of the largest.</returns>
    private static int Largest(double[] row)
    {
        var largest = 0;
        for (var column = 1; column < row.Length; column++)
        {
            largest = Math.Abs(row[column]) > Math.Abs(row[largest]) ? column : largest;
        }

        return largest;
    }

    /// <returns>Null where nothing is left.</returns>
    private static double[]? Less(double[] row, double[] known, int pivot)
    {
        var (factor, less) = (row[pivot] / known[pivot], new double[row.Length]);
        for (var column = 0; column < less.Length; column++)
        {
            less[column] = row[column] - (factor * known[column]);
        }

        less[pivot] = 0;
        return Array.Exists(less, IsSomething) ? less : null;
    }

    private static bool IsSomething(double factor) => Math.Abs(factor) > Nothing;

    private static int Width(double[]?[] rows) => Array.Find(rows, row => row is not null)?.Length ?? 0;

    /// <summary>The same rows without factors that are zero in all of them.</summary>
    private static double[]?[] Packed(double[]?[] rows)
    {
        var held = new bool[Width(rows)];
        foreach (var row in rows)
        {
            for (var column = 0; row is not null && column < row.Length; column++)
            {
                held[column] |= IsSomething(row[column]);
            }
        }

        int[] columns = [.. held.Index().Where(column => column.Item).Select(column => column.Index)];
        return columns.Length == held.Length ? rows : Array.ConvertAll(rows, row => row is null ? null : Picked(row, columns));
    }

    private static double[] Picked(double[] row, int[] columns)
    {
        var picked = new double[columns.Length];
        for (var place = 0; place < picked.Length; place++)
        {
            picked[place] = row[columns[place]];
        }

        return picked;
    }
}
