using System.Runtime.InteropServices;
using System.Text;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Some figures of one cell, and how each is made from what its companies have: whether one of them, mixed with the others, tells
/// of few.</summary>
/// <remarks>Companies of different answers drop out of the same mixtures where their factors span the same space; they are one kind for
/// <see cref="FigureMixes"/>.</remarks>
internal sealed class FigureSpace(NodeMakeUps makeUps, IReadOnlyList<int> figures)
{
    private const double Nothing = 1e-9;

    private readonly Dictionary<string, (List<double[]> Rows, long Companies)> _kinds = new(StringComparer.Ordinal);
    private readonly StringBuilder _name = new();

    /// <summary>Per thing that a company may have the place of its row, counted from 1; 0 where it has none.</summary>
    private int[] _places = new int[makeUps.Things];

    /// <param name="staying">Companies that count for a minimum.</param>
    public void Add(ScorePattern scores, long staying)
    {
        var rows = Reduced(Rows(scores));
        if (rows.Count > 0)
        {
            ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, Name(rows), out _);
            kind = (kind.Rows ?? rows, kind.Companies + staying);
        }
    }

    /// <param name="figure">Its place among the figures; only mixtures that hold it count.</param>
    public bool TellsOfFew(int figure, int minimum)
    {
        var rows = new List<double[]>();
        var kinds = new List<MixedKind>();
        foreach (var (ofKind, companies) in _kinds.Values)
        {
            kinds.Add(new([.. Enumerable.Range(rows.Count, ofKind.Count)], companies));
            rows.AddRange(ofKind);
        }

        return FigureMixes.TellOfFew(rows, kinds, minimum, figure);
    }

    /// <summary>One for each thing that a company has, with a factor for each figure.</summary>
    private List<double[]> Rows(ScorePattern scores)
    {
        var rows = new List<double[]>();
        var made = makeUps.Of(scores);
        Array.Resize(ref _places, Math.Max(_places.Length, makeUps.Things));
        Array.Clear(_places);
        for (var place = 0; place < figures.Count; place++)
        {
            foreach (var (thing, share) in made[figures[place]] ?? [])
            {
                if (_places[thing] == 0)
                {
                    rows.Add(new double[figures.Count]);
                    _places[thing] = rows.Count;
                }

                rows[_places[thing] - 1][place] = share;
            }
        }

        return rows;
    }

    /// <summary>The rows that span the same space, which are the same however it is spanned.</summary>
    private static List<double[]> Reduced(List<double[]> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        var rank = 0;
        for (var column = 0; column < columns && rank < rows.Count; column++)
        {
            var pivot = Largest(rows, rank, column);
            if (Math.Abs(rows[pivot][column]) <= Nothing)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            var (first, one) = (rows[rank], rows[rank][column]);
            for (var at = 0; at < columns; at++)
            {
                first[at] /= one;
            }

            for (var place = 0; place < rows.Count; place++)
            {
                if (place != rank && rows[place][column] is var factor and not 0)
                {
                    Subtract(rows[place], factor, first);
                }
            }

            rank++;
        }

        return rows[..rank];
    }

    /// <returns>The first one of those from a rank on that are largest in a column.</returns>
    private static int Largest(List<double[]> rows, int rank, int column)
    {
        var (largest, found) = (Math.Abs(rows[rank][column]), rank);
        for (var place = rank + 1; place < rows.Count; place++)
        {
            if (Math.Abs(rows[place][column]) is var size && size > largest)
            {
                (largest, found) = (size, place);
            }
        }

        return found;
    }

    private static void Subtract(double[] row, double factor, double[] first)
    {
        for (var at = 0; at < row.Length && at < first.Length; at++)
        {
            row[at] -= factor * first[at];
        }
    }

    /// <summary>The same for rows that are the same to eight digits: what is not zero, with its place.</summary>
    private string Name(List<double[]> rows)
    {
        _ = _name.Clear();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
            {
                if (row[at] != 0 && Math.Round(row[at], 8) is var round and not 0)
                {
                    _ = _name.Append((char)(at + 1)).Append(MemoryMarshal.Cast<double, char>(new ReadOnlySpan<double>(in round)));
                }
            }

            _ = _name.Append('\0');
        }

        return _name.ToString();
    }
}
