using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Companies enter tables in lots of which no few can be told from the others, and nothing is held back without need.</summary>
public sealed class AdmissionTests
{
    private const int Minimum = 3;

    /// <summary>The total, tables by the one and by the other variable, and by both.</summary>
    private static readonly IReadOnlyList<IReadOnlyList<int>> _finer =
    [
        [0, 1, 2, 3],
        [1, 3],
        [2, 3],
        [3],
    ];

    /// <summary>The margins are entered together.</summary>
    private static readonly TableLinks _links = new(
        _finer,
        [
            [0, 1, 2, 3],
            [1, 2, 3],
            [1, 2, 3],
            [3],
        ]
    );

    private static readonly bool[] _opens = [true, true, true, true];

    private static readonly Gen<AlikeCompanies> _group =
        from land in Gen.Int[0, 2]
        from sector in Gen.Int[0, 2]
        from moved in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
        from count in Gen.Long[1, 4]
        select Group(land, sector, count, !moved);

    private static readonly Gen<AlikeCompanies[][]> _lots = _group.Array[1, 12].Array[1, 3];

    [Fact]
    public void Three_in_one_cell_are_admitted() =>
        Assert.Equal([true, false], Admission.Greatest([Group(0, 0, 3), Group(1, 0, 2)], [0, 1, 2, 3], Minimum));

    [Fact]
    public void Two_and_two_enter_tables_that_show_only_their_land() =>
        Assert.Equal([true, true], Admission.Greatest([Group(0, 0, 2), Group(0, 1, 2)], [0, 1], Minimum));

    [Fact]
    public void Who_waits_can_make_others_wait() =>
        // The first Land holds enough of its sector only with the one of another Land, who waits.
        Assert.Equal([false, false], Admission.Greatest([Group(0, 0, 2), Group(1, 0, 1)], [1, 2], Minimum));

    [Fact]
    public void Who_says_that_he_stands_elsewhere_than_in_the_frame_makes_nobody_enough() =>
        Assert.Equal([false, false], Admission.Greatest([Group(0, 0, 1), Group(0, 0, 2, stays: false)], [0, 1, 2, 3], Minimum));

    [Fact]
    public void Every_valid_choice_is_part_of_what_is_admitted() =>
        _group
            .Array[1, 9]
            .Sample(
                companies =>
                {
                    var admitted = Admission.Greatest(companies, [0, 1, 2, 3], Minimum);
                    return IsValid(companies, admitted)
                        && Enumerable
                            .Range(0, 1 << companies.Length)
                            .Select(bits => Enumerable.Range(0, companies.Length).Select(at => (bits >> at & 1) == 1).ToArray())
                            .Where(choice => IsValid(companies, choice))
                            .All(choice => choice.Zip(admitted).All(pair => !pair.First || pair.Second));
                },
                iter: 300
            );

    [Fact]
    public void All_of_a_large_study_enter_at_once()
    {
        var companies = EverywhereSo(5);
        Assert.All(Enter(companies, Nothing(companies), 1), history => Assert.Equal([1, 1, 1, 1], history));
    }

    [Fact]
    public void A_study_too_small_for_its_finest_table_enters_the_others()
    {
        var companies = EverywhereSo(2);
        Assert.All(Enter(companies, Nothing(companies), 1), history => Assert.Equal([1, 1, 1, 0], history));
    }

    [Fact]
    public void What_is_shown_stays_and_coarse_tables_show_all_that_finer_ones_do() =>
        _lots.Sample(lots =>
        {
            foreach (var (before, after) in States(lots))
            {
                Assert.All(
                    before.Zip(after),
                    pair => Assert.All(pair.First.Zip(pair.Second), entered => Assert.Contains(entered.First, new[] { 0, entered.Second }))
                );
                Assert.All(
                    after,
                    history =>
                        Assert.All(
                            Enumerable.Range(0, _finer.Count),
                            table => Assert.True(history[table] != 0 || _finer[table].All(fine => history[fine] == 0))
                        )
                );
            }
        });

    /// <summary>Unknown is a value per group; known are the sums of all cells of all tables.</summary>
    [Fact]
    public void No_sum_over_few_companies_follows_from_all_tables_of_a_state() =>
        _group.Array[1, 20].Sample(lot => AssertNothingFollows([lot], [0, 1, 2, 3]), iter: 400);

    [Fact]
    public void Nor_from_one_table_in_all_states() =>
        _lots.Sample(
            lots =>
            {
                for (var table = 0; table < _finer.Count; table++)
                {
                    AssertNothingFollows(lots, [table]);
                }
            },
            iter: 300
        );

    [Fact]
    public void Wrong_input_is_refused()
    {
        AlikeCompanies[] one = [Group(0, 0, 5)];
        Assert.Throws<ArgumentException>(() => Admission.Advance(one, [], [true], _opens, _links, 1, Minimum));
        Assert.Throws<ArgumentException>(() =>
            Admission.Advance(
                one,
                [
                    [0, 0, 0, 1],
                ],
                [true],
                _opens,
                _links,
                2,
                Minimum
            )
        );
        Assert.Throws<ArgumentException>(() =>
            Admission.Advance(
                one,
                [
                    [2, 0, 0, 0],
                ],
                [true],
                _opens,
                _links,
                2,
                Minimum
            )
        );
        Assert.Empty(Admission.Advance([], [], [], _opens, _links, 1, Minimum));
    }

    private static void AssertNothingFollows(AlikeCompanies[][] lots, int[] tables)
    {
        AlikeCompanies[] companies = [.. lots.SelectMany(lot => lot)];
        var known = new List<double[]>();
        foreach (var (_, after) in States(lots))
        {
            foreach (var table in tables)
            {
                known.AddRange(
                    Enumerable
                        .Range(0, after.Count)
                        .Where(at => after[at][table] != 0)
                        .GroupBy(at => companies[at].Cells[table])
                        .Select(cell => Row(companies.Length, cell))
                );
            }
        }

        var rank = Ranks.Of(known);
        foreach (var few in Few(companies))
        {
            Assert.True(
                rank == Ranks.Of([.. known.Select(row => row.Where((_, at) => !few.Contains(at)).ToArray())]),
                $"{string.Join(" and ", few)} of "
                    + string.Join(
                        " | ",
                        companies.Zip(
                            States(lots).Last().After,
                            (one, history) => $"{one.Cells[3]} x{one.Count} {one.Stays[1]} {string.Join(',', history)}"
                        )
                    )
            );
        }
    }

    private static AlikeCompanies Group(int land, int sector, long count, bool stays = true) =>
        new([0, land, sector, (3 * land) + sector], [true, stays, true, stays], count);

    private static AlikeCompanies[] EverywhereSo(long many) => [.. Enumerable.Range(0, 9).Select(cell => Group(cell / 3, cell % 3, many))];

    private static int[][] Nothing(AlikeCompanies[] companies) => [.. companies.Select(_ => new int[_finer.Count])];

    private static IReadOnlyList<IReadOnlyList<int>> Enter(
        AlikeCompanies[] companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        int state
    ) => Admission.Advance(companies, histories, [.. companies.Select(_ => true)], _opens, _links, state, Minimum);

    /// <summary>One lot after another: the histories of all companies before and after each.</summary>
    private static IEnumerable<(IReadOnlyList<IReadOnlyList<int>> Before, IReadOnlyList<IReadOnlyList<int>> After)> States(
        AlikeCompanies[][] lots
    )
    {
        IReadOnlyList<IReadOnlyList<int>> histories = [];
        var known = new List<AlikeCompanies>();
        foreach (var (lot, at) in lots.Select((lot, at) => (lot, at)))
        {
            known.AddRange(lot);
            IReadOnlyList<IReadOnlyList<int>> before = [.. histories, .. Nothing(lot)];
            histories = Enter([.. known], before, at + 1);
            yield return (before, histories);
        }
    }

    private static double[] Row(int length, IEnumerable<int> members)
    {
        var row = new double[length];
        foreach (var at in members)
        {
            row[at] = 1;
        }

        return row;
    }

    /// <summary>Groups, alone and in pairs, with fewer companies than the minimum.</summary>
    private static IEnumerable<int[]> Few(AlikeCompanies[] companies) =>
        Enumerable
            .Range(0, companies.Length)
            .SelectMany(one => Enumerable.Range(one, companies.Length - one), (one, other) => new[] { one, other }.Distinct().ToArray())
            .Where(few => few.Sum(at => companies[at].Count) < Minimum);

    private static bool IsValid(AlikeCompanies[] companies, IReadOnlyList<bool> admitted) =>
        Enumerable
            .Range(0, _finer.Count)
            .All(table =>
                companies
                    .Where((_, at) => admitted[at])
                    .GroupBy(one => one.Cells[table])
                    .All(cell => cell.Sum(one => one.Stays[table] ? one.Count : 0) >= Minimum)
            );
}
