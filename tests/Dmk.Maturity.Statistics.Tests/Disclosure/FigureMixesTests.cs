using System.Numerics;
using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

public sealed class FigureMixesTests
{
    /// <summary>One to four figures of what up to seven kinds of companies have.</summary>
    private static readonly Gen<(double[][] Rows, MixedKind[] Kinds)> _mixed =
        from figures in Gen.Int[1, 4]
        from rows in Gen.Int[-1, 2].Select(factor => (double)factor).Array[figures].Array[1, 8]
        from kinds in Gen.Select(
            Gen.Int[0, rows.Length - 1].Array[1, 3],
            Gen.Long[0, 6],
            (of, companies) => new MixedKind(of, companies)
        ).Array[1, 7]
        select (rows, kinds);

    [Fact]
    public void A_total_less_all_cells_but_one_tells_of_that_cell()
    {
        // Figures: of all, and of two cells of three.
        double[][] rows =
        [
            [1, 1, 0],
            [1, 0, 1],
            [1, 0, 0],
        ];

        Assert.True(FigureMixes.TellOfFew(rows, [new([0], 20), new([1], 30), new([2], 4)], 5));
        Assert.False(FigureMixes.TellOfFew(rows, [new([0], 20), new([1], 30), new([2], 5)], 5));
    }

    [Fact]
    public void Only_mixtures_that_hold_a_figure_count_where_one_is_named()
    {
        // Four figures; the first two are of the twenty, the last is of the four that the first holds, too.
        double[][] rows =
        [
            [1, 1, 0, 0],
            [1, 0, 0, 1],
            [0, 0, 1, 0],
        ];
        MixedKind[] kinds = [new([0], 20), new([1], 4), new([2], 4)];

        Assert.True(FigureMixes.TellOfFew(rows, kinds, 5, 3));
        Assert.True(FigureMixes.TellOfFew(rows, kinds, 5, 0));
        Assert.False(FigureMixes.TellOfFew([.. rows.Take(2)], [new([0], 20), new([1], 30)], 5, 2));
        Assert.False(
            FigureMixes.TellOfFew(
                [
                    [1, 1],
                ],
                [new([0], 20)],
                5,
                1
            )
        );
    }

    [Fact]
    public void Kinds_that_drop_out_of_all_figures_or_of_none_alone_tell_nothing()
    {
        Assert.False(
            FigureMixes.TellOfFew(
                [
                    [0, 0],
                ],
                [new([0], 1)],
                5
            )
        );
        Assert.False(
            FigureMixes.TellOfFew(
                [
                    [1, 2],
                ],
                [new([0], 1), new([0], 4)],
                5
            )
        );
        Assert.False(FigureMixes.TellOfFew([], [], 5));
    }

    [Fact]
    public void Those_who_count_for_no_minimum_are_told_of_nevertheless() =>
        Assert.True(
            FigureMixes.TellOfFew(
                [
                    [1],
                ],
                [new([0], 0)],
                1
            )
        );

    [Fact]
    public void A_mixture_of_few_is_found_where_one_is() =>
        _mixed.Sample(one => FigureMixes.TellOfFew(one.Rows, one.Kinds, 5) == OneOfAllChoices(one.Rows, one.Kinds, 5), iter: 2_000);

    [Fact]
    public void What_takes_too_long_to_decide_counts_as_telling_of_few()
    {
        // 60 kinds of one company each, and 40 figures: a mixture leaves 21 of them at least, which takes millions of steps to see.
        var rows = Enumerable.Range(0, 60).Select(at => Enumerable.Range(0, 40).Select(of => Hash(at, of)).ToArray()).ToArray();

        Assert.True(FigureMixes.TellOfFew(rows, [.. rows.Index().Select(row => new MixedKind([row.Index], 1))], 20));

        static double Hash(int one, int other)
        {
            return ((one * 7919) + (other * 104_729) + (one * other * 31)) % 1009 / 1009.0;
        }
    }

    /// <summary>All choices of kinds that drop out, one after another.</summary>
    private static bool OneOfAllChoices(double[][] rows, MixedKind[] kinds, long minimum)
    {
        for (var choice = 0u; choice < 1u << kinds.Length; choice++)
        {
            var dropped = kinds.Where((_, at) => (choice >> at & 1) == 1).SelectMany(kind => kind.Rows).Select(at => rows[at]).ToArray();
            var rank = Rank(dropped);
            var told = kinds.Where(kind => Rank([.. dropped, .. kind.Rows.Select(at => rows[at])]) > rank).ToArray();
            if (told.Length > 0 && told.Sum(kind => kind.Companies) < minimum)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In fractions.</summary>
    private static int Rank(double[][] source)
    {
        var rows = source.Select(row => row.Select(value => new BigInteger(value)).ToArray()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > rank && column < rows[0].Length; column++)
        {
            var pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var row = rank + 1; row < rows.Count; row++)
            {
                var (factor, by) = (rows[row][column], rows[rank][column]);
                rows[row] = [.. rows[row].Zip(rows[rank], (one, other) => (one * by) - (other * factor))];
            }

            rank++;
        }

        return rank;
    }
}
