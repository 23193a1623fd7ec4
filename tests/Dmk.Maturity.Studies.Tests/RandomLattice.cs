using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A small population in up to three dimensions, tables of it, and an attacker who knows every published one.</summary>
/// <remarks>He works from the finest cells up, by ranks in floating point: another way than the gate's, which works with relations
/// between cells in a finite field.</remarks>
internal sealed record RandomLattice(IReadOnlyList<(int[] Codes, int Respondents)> Finest, IReadOnlyList<int> Tables)
{
    private static readonly int[] _allTables = [0, 1, 2, 3, 4, 5, 6];

    public static readonly Gen<RandomLattice> WithFinest =
        from finest in FinestCells(emptyOnes: 2)
        from shown in Gen.Bool.Array[_allTables.Length]
        select new RandomLattice(finest, [.. _allTables.Where((_, table) => shown[table]), 7]);

    public static readonly Gen<RandomLattice> WithoutFinest =
        from finest in FinestCells(emptyOnes: 15)
        from shown in Gen.Bool.Array[_allTables.Length]
        select new RandomLattice(finest, [.. _allTables.Where((_, table) => shown[table])]);

    public IReadOnlyList<RawCell> Cells { get; } =
    [
        .. Tables.SelectMany(table =>
            Finest
                .GroupBy(cell => Name(cell.Codes, table))
                .Select(cells => new RawCell(
                    [
                        .. Enumerable
                            .Range(0, 3)
                            .Select(dimension => (table >> dimension & 1) == 1 ? $"{cells.First().Codes[dimension]}" : null),
                    ],
                    1000,
                    cells.Sum(cell => cell.Respondents) is var respondents and > 0
                        ? new Estimate(50, 1, 48, 52, 0.95, respondents, respondents, 1, respondents, 100)
                        : null
                ))
        ),
    ];

    private static Gen<(int[] Codes, int Respondents)[]> FinestCells(int emptyOnes) =>
        from sizes in Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[2, 3], (one, two, three) => new[] { one, two, three })
        from respondents in Gen.Frequency((emptyOnes, Gen.Const(0)), (3, Gen.Int[1, 2]), (3, Gen.Int[3, 9])).Array[
            sizes[0] * sizes[1] * sizes[2]
        ]
        select respondents
            .Select((count, at) => (new[] { at % sizes[0], at / sizes[0] % sizes[1], at / sizes[0] / sizes[1] }, count))
            .ToArray();

    /// <summary>Sets of finest cells with fewer than the minimum together, of which some sum follows from the published figures. Cells
    /// without respondents are known.</summary>
    public IEnumerable<string> SmallSums(IReadOnlyList<PublishedFigure> figures, int minimum)
    {
        var columns = Finest.Where(cell => cell.Respondents > 0).ToArray();
        var known = Rows(figures, columns);
        var rank = Rank(known);
        var sets = Enumerable
            .Range(0, columns.Length)
            .Select(cell => new[] { cell })
            .Concat(Enumerable.Range(0, columns.Length).SelectMany(cell => Enumerable.Range(0, cell), (one, other) => new[] { one, other }))
            .Where(set => set.Sum(cell => columns[cell].Respondents) < minimum);
        // What lies in the row space and only on the set: rank less the rank without the set's columns.
        return sets.Where(set => Rank([.. known.Select(row => row.Where((_, column) => !set.Contains(column)).ToArray())]) < rank)
            .Select(set => string.Join(" and ", set.Select(cell => Name(columns[cell].Codes, 7))));
    }

    /// <summary>Shown cells with fewer than the minimum that follow from published figures. Finest cells are known to be empty only below
    /// a shown cell without respondents.</summary>
    public IEnumerable<string> SmallCellsThatFollow(IReadOnlyList<PublishedFigure> figures, int minimum)
    {
        var empty = Cells.Where(cell => cell.Respondents == 0).ToArray();
        var columns = Finest.Where(cell => !empty.Any(shown => Contains(shown, cell.Codes))).ToArray();
        var known = Rows(figures, columns);
        var rank = Rank(known);
        return Cells
            .Where(cell => cell.Respondents > 0 && cell.Respondents < minimum)
            .Where(cell => Rank([.. known, Row(cell, columns)]) == rank)
            .Select(cell => string.Join('|', cell.Codes.Select(code => code ?? "*")));
    }

    private static string Name(int[] codes, int table) =>
        string.Join('|', codes.Select((code, dimension) => (table >> dimension & 1) == 1 ? $"{code}" : "*"));

    private static bool Contains(RawCell cell, int[] codes) =>
        cell.Codes.Zip(codes).All(pair => pair.First is null || pair.First == $"{pair.Second}");

    private double[][] Rows(IReadOnlyList<PublishedFigure> figures, (int[] Codes, int Respondents)[] columns) =>
        [.. Cells.Zip(figures).Where(pair => pair.Second.Estimate is not null).Select(pair => Row(pair.First, columns))];

    private static double[] Row(RawCell cell, (int[] Codes, int Respondents)[] columns) =>
        [.. columns.Select(column => Contains(cell, column.Codes) ? 1.0 : 0.0)];

    private static int Rank(double[][] source)
    {
        var rows = source.Select(row => row.ToArray()).ToArray();
        var rank = 0;
        for (var column = 0; rank < rows.Length && column < rows[0].Length; column++)
        {
            var pivot = Enumerable.Range(rank, rows.Length - rank).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) < 1e-9)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            foreach (var row in rows.Skip(rank + 1))
            {
                var factor = row[column] / rows[rank][column];
                for (var at = column; at < row.Length; at++)
                {
                    row[at] -= factor * rows[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }
}
