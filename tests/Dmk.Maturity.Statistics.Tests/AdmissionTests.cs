using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>No shown cell changes by fewer than the minimum of respondents, and nothing is held back without need.</summary>
public sealed class AdmissionTests
{
    private const int Minimum = 3;

    private static readonly IReadOnlyList<IReadOnlyList<int>> _allTables =
    [
        [],
        [0],
        [1],
        [0, 1],
    ];

    private static readonly Gen<Case> _cases =
        from cells in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1]).HashSet[1, 10]
        from pending in Gen.Long[0, 4].Array[cells.Count]
        from lattice in Gen.Const(
                new List<int[]> { Array.Empty<int>(), new[] { 0 }, new[] { 1 }, new[] { 0, 1 }, new[] { 0, 2 }, new[] { 0, 1, 2 } }
            )
            .SelectMany(all => Gen.Bool.Array[all.Count].Select(chosen => all.Where((_, table) => chosen[table]).ToArray()))
        select new Case([.. cells.Select(cell => new[] { $"L{cell.Item1}", $"S{cell.Item2}", $"G{cell.Item3}" })], pending, lattice);

    [Fact]
    public void Three_in_one_cell_are_admitted()
    {
        Assert.Equal(
            [0],
            Admission.Admit(
                [
                    ["BW", "C"],
                    ["BY", "C"],
                ],
                [3, 0],
                _allTables,
                Minimum
            )
        );
    }

    [Fact]
    public void Two_wait_even_if_their_land_has_enough()
    {
        Assert.Equal(
            [0],
            Admission
                .Admit(
                    [
                        ["BW", "C"],
                        ["BW", "F"],
                    ],
                    [3, 2],
                    _allTables,
                    Minimum
                )
                .Order()
        );
    }

    [Fact]
    public void Two_and_two_enter_a_lattice_that_shows_only_their_land()
    {
        Assert.Equal(
            [0, 1],
            Admission
                .Admit(
                    [
                        ["BW", "C"],
                        ["BW", "F"],
                    ],
                    [2, 2],
                    [
                        [],
                        [0],
                    ],
                    Minimum
                )
                .Order()
        );
    }

    [Fact]
    public void Who_waits_can_make_others_wait()
    {
        // Size class 10-49 of BW holds its own three only with the one from BY, whose Land has too few.
        var cells = new string[][] { ["BW", "10-49"], ["BY", "10-49"] };
        Assert.Empty(
            Admission.Admit(
                cells,
                [2, 1],
                [
                    [0],
                    [1],
                ],
                Minimum
            )
        );
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            Admission.Admit(
                [
                    ["BW"],
                ],
                [1, 2],
                [
                    [],
                ],
                Minimum
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Admission.Admit(
                [
                    ["BW"],
                ],
                [-1],
                [
                    [],
                ],
                Minimum
            )
        );
    }

    [Fact]
    public void What_is_admitted_changes_every_shown_cell_by_none_or_enough() =>
        _cases.Sample(example => IsValid(example, Admission.Admit(example.Cells, example.Pending, example.Lattice, Minimum)));

    [Fact]
    public void Every_valid_choice_is_part_of_what_is_admitted() =>
        _cases.Sample(
            example =>
            {
                var admitted = Admission.Admit(example.Cells, example.Pending, example.Lattice, Minimum);
                return Enumerable
                    .Range(0, 1 << example.Cells.Length)
                    .Select(bits =>
                        Enumerable
                            .Range(0, example.Cells.Length)
                            .Where(cell => (bits >> cell & 1) == 1 && example.Pending[cell] > 0)
                            .ToHashSet()
                    )
                    .Where(choice => IsValid(example, choice))
                    .All(admitted.IsSupersetOf);
            },
            iter: 300
        );

    [Fact]
    public void The_order_of_the_cells_does_not_matter() =>
        Gen.Select(_cases, Gen.Int[0, 1000])
            .Sample(
                (example, seed) =>
                {
                    var order = Enumerable.Range(0, example.Cells.Length).ToArray();
                    new Random(seed).Shuffle(order);
                    var shuffled = Admission.Admit(
                        [.. order.Select(cell => example.Cells[cell])],
                        [.. order.Select(cell => example.Pending[cell])],
                        example.Lattice,
                        Minimum
                    );
                    return Admission
                        .Admit(example.Cells, example.Pending, example.Lattice, Minimum)
                        .SetEquals(shuffled.Select(place => order[place]));
                }
            );

    private static bool IsValid(Case example, IReadOnlySet<int> admitted) =>
        example.Lattice.All(dimensions =>
            admitted
                .GroupBy(cell => string.Join('|', dimensions.Select(dimension => example.Cells[cell][dimension])))
                .All(shown => shown.Sum(cell => example.Pending[cell]) >= Minimum)
        ) && admitted.All(cell => example.Pending[cell] > 0);

    private sealed record Case(string[][] Cells, long[] Pending, int[][] Lattice);
}
