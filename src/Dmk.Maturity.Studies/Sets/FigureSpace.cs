using System.Globalization;
using System.Runtime.InteropServices;
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

    /// <param name="staying">Companies that count for a minimum.</param>
    public void Add(ScorePattern scores, long staying)
    {
        var rows = Reduced(Rows(scores));
        if (rows.Count > 0)
        {
            var key = string.Join('|', rows.Select(Name));
            ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, key, out _);
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
        var rows = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var made = makeUps.Of(scores);
        foreach (var (place, node) in figures.Index())
        {
            foreach (var (name, share) in made[node]?.Shares ?? new Dictionary<string, double>())
            {
                if (!rows.TryGetValue(name, out var row))
                {
                    rows.Add(name, row = new double[figures.Count]);
                }

                row[place] = share;
            }
        }

        return [.. rows.Values];
    }

    /// <summary>The rows that span the same space, which are the same however it is spanned.</summary>
    private static List<double[]> Reduced(List<double[]> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        var rank = 0;
        for (var column = 0; column < columns && rank < rows.Count; column++)
        {
            var pivot = Enumerable.Range(rank, rows.Count - rank).MaxBy(row => Math.Abs(rows[row][column]));
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

            foreach (var (place, row) in rows.Index().Where(row => row.Index != rank))
            {
                var factor = row[column];
                for (var at = 0; factor != 0 && at < columns; at++)
                {
                    row[at] -= factor * first[at];
                }
            }

            rank++;
        }

        return rows[..rank];
    }

    private static string Name(double[] row) =>
        string.Join(
            ' ',
            row.Select(factor => Math.Round(factor, 8) is var round and not 0 ? round.ToString(CultureInfo.InvariantCulture) : "0")
        );
}
