using System.Globalization;
using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>An attacker who knows every weight, both versions of the index, and the exact sum behind every figure that readers were shown
/// under either. What the older version shows was shown before anybody thought of the newer one.</summary>
/// <remarks>Sixty surveys are attacked in each way; <c>ATTACKED_SURVEYS=250</c> attacks so many, as was done once by hand, and nothing was
/// found.</remarks>
public sealed class AddedDecisionsTests
{
    private static readonly int _surveys = int.Parse(
        Environment.GetEnvironmentVariable("ATTACKED_SURVEYS") ?? "60",
        CultureInfo.InvariantCulture
    );

    private static readonly Gen<Company> _company =
        from land in Gen.Int[0, 1]
        from sector in Gen.Int[0, 1]
        from lacks in Gen.Frequency((6, Gen.Const(-1)), (4, Gen.Int[0, 4]))
        from lacksToo in Gen.Frequency((8, Gen.Const(-1)), (2, Gen.Int[0, 4]))
        from weight in Gen.Double[1, 50]
        select new Company(
            ReportingCell.Of(land == 0 ? "A" : "B", "pq"[sector].ToString()),
            [.. Enumerable.Range(0, 5).Select(number => number != lacks && number != lacksToo)],
            weight
        );

    /// <summary>Lots of answers, state after state; in the last of them but some all is shown.</summary>
    private static readonly Gen<Survey> _survey =
        from older in Gen.Int[0, AttackedVersion.All.Count - 1]
        from step in Gen.Int[1, AttackedVersion.All.Count - 1]
        from lots in Gen.OneOf(_company.Array[10, 60].Array[1, 1], _company.Array[8, 26].Array[2, 3])
        from after in Gen.Int[0, 1]
        select new Survey(
            AttackedVersion.All[older],
            AttackedVersion.All[(older + step) % AttackedVersion.All.Count],
            lots,
            Math.Max(0, lots.Length - 1 - after)
        );

    [Fact]
    public void Nothing_of_few_companies_follows_from_all_nodes_of_both_versions_in_a_cell()
    {
        var (older, newer) = Attack(figure => figure.Cell, AddedDecisions.Of);

        Assert.True(
            older > 12 * _surveys && newer > 6 * _surveys,
            $"{older} and {newer} figures were shown, so hardly anything was attacked."
        );
    }

    [Fact]
    public void Nor_from_a_node_of_both_versions_in_all_tables()
    {
        var (older, newer) = Attack(figure => $"{figure.Node} {figure.State}", AddedDecisions.Of);

        Assert.True(
            older > 12 * _surveys && newer > 6 * _surveys,
            $"{older} and {newer} figures were shown, so hardly anything was attacked."
        );
    }

    [Fact]
    public void Where_the_newer_version_is_decided_for_itself_the_attacker_finds_companies()
    {
        Assert.Throws<CsCheckException>(() => Attack(figure => figure.Cell, ForItself));
        Assert.Throws<CsCheckException>(() => Attack(figure => $"{figure.Node} {figure.State}", ForItself));
    }

    [Fact]
    public void A_version_that_changes_nothing_shows_what_the_older_one_shows()
    {
        Company[] companies =
        [
            .. from land in new[] { "A", "B" }
            from number in Enumerable.Range(0, 60)
            select new Company(ReportingCell.Of(land, "p"), [.. Enumerable.Range(0, 5).Select(at => number % 20 != at)], 1),
        ];
        var survey = new Survey(AttackedVersion.All[0], AttackedVersion.All[0], [companies], 0);

        var (older, newer) = Decided(survey, AddedDecisions.Of).Last();

        Assert.Equal(Keys(older), Keys(newer));
    }

    [Fact]
    public void What_was_withheld_under_an_added_version_stays_withheld()
    {
        Company[] few = [.. Enumerable.Range(0, 30).Select(number => Of("A", number == 0))];
        Company[] enough = [.. Enumerable.Range(0, 30).Select(number => Of("A", number > 8))];

        (ShownDecisions, ShownDecisions Newer)[] states =
        [
            .. Decided(new(AttackedVersion.All[0], AttackedVersion.All[1], [few, enough], 0), AddedDecisions.Of),
        ];

        var (first, second) = (states[0].Newer, states[1].Newer);
        Assert.NotEmpty(first.Nodes.SelectMany(tables => tables[0]));
        Assert.All(
            first.Nodes.Index(),
            node =>
                Assert.All(
                    node.Item.Index(),
                    table => Assert.Subset(second.Nodes[node.Index][table.Index].Keys.ToHashSet(), table.Item.Keys.ToHashSet())
                )
        );

        static Company Of(string land, bool hasLast)
        {
            return new(ReportingCell.Of(land, "p"), [true, true, true, true, hasLast], 1);
        }
    }

    [Fact]
    public void Nothing_is_decided_before_all_is_shown()
    {
        var family = new NodeFamily([AttackedVersion.All[0].Model, AttackedVersion.All[1].Model]);
        var older = NodeDecisions.Of(AttackedSurvey.Design, new([AttackedVersion.All[0].Model]), [], null, 0);

        Assert.Throws<ArgumentException>(() => AddedDecisions.Of(AttackedSurvey.Design, family, [], older, null));
    }

    private static string[] Keys(ShownDecisions decisions) =>
        [
            .. decisions.Nodes.SelectMany(
                (tables, node) => tables.SelectMany((cells, table) => cells.Keys.Order().Select(key => $"{node} {table} {key}"))
            ),
        ];

    private static ShownDecisions ForItself(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        ShownDecisions shown,
        ShownDecisions? before
    ) =>
        NodeDecisions.Of(
            design,
            new([family.Models[^1]]),
            [.. groups.Select(group => group with { Scores = group.Scores.Part(shown.Nodes.Count, family.Count - shown.Nodes.Count) })],
            before,
            shown.FirstWhole
        );

    /// <returns>How many figures were shown under each version.</returns>
    private static (long Older, long Newer) Attack(Func<Figure, string> together, Decide decide)
    {
        var (older, newer, found) = (0L, 0L, false);
        _survey.Sample(
            survey =>
            {
                // One that was found is enough.
                if (Volatile.Read(ref found))
                {
                    return;
                }

                var known = Shown(survey, decide).ToArray();
                Interlocked.Add(ref older, known.Count(figure => figure.Version == 0));
                Interlocked.Add(ref newer, known.Count(figure => figure.Version == 1));
                foreach (var figures in known.GroupBy(together))
                {
                    if (WhatFollows(survey, figures) is { } follows)
                    {
                        Volatile.Write(ref found, true);
                        Assert.Fail(follows);
                    }
                }
            },
            iter: _surveys
        );
        return (older, newer);
    }

    /// <returns>Null where nothing does.</returns>
    private static string? WhatFollows(Survey survey, IGrouping<string, Figure> figures)
    {
        double[][] rows = [.. figures.Select(figure => figure.Row)];
        var rank = NodeDecisionsTests.Rank(rows);
        Company[] companies = [.. survey.Lots.SelectMany(lot => lot)];
        for (var one = 0; one < companies.Length; one++)
        {
            for (var other = one; other < companies.Length; other++)
            {
                // Of others nothing follows that does not follow anyway.
                if (
                    Array.Exists(rows, row => IsIn(row, one) || IsIn(row, other))
                    && NodeDecisionsTests.Rank([.. rows.Select(row => Without(row, one, other))]) != rank
                    && !FollowFromOlder(one, other)
                )
                {
                    return $"{survey.Older.Model.Version} and {survey.Newer.Model.Version}, {figures.Key}: {companies[one]} and "
                        + $"{companies[other]} follow, all shown in state {survey.Whole + 1} of {survey.Lots.Length}; "
                        + string.Join(" ", companies.Select(company => company.ToString()))
                        + " | "
                        + string.Join(" ", figures.Select(figure => $"{figure.Version}{figure.Node}@{figure.State}"));
                }
            }
        }

        return null;

        // What is shown under the older version alone is not for the newer one to mend.
        bool FollowFromOlder(int one, int other)
        {
            double[][] older = [.. figures.Where(figure => figure.Version == 0).Select(figure => figure.Row)];
            return NodeDecisionsTests.Rank(older) != NodeDecisionsTests.Rank([.. older.Select(row => Without(row, one, other))]);
        }
    }

    private static IEnumerable<(ShownDecisions Older, ShownDecisions Newer)> Decided(Survey survey, Decide decide) =>
        States(survey, decide).Where(state => state.Newer is not null).Select(state => (state.Older, state.Newer!));

    private static IEnumerable<State> States(Survey survey, Decide decide)
    {
        var design = AttackedSurvey.Design;
        var (alone, both) = (new NodeFamily([survey.Older.Model]), new NodeFamily([survey.Older.Model, survey.Newer.Model]));
        var (companies, histories) = (new List<Company>(), new List<IReadOnlyList<int>>());
        var (older, newer) = ((ShownDecisions?)null, (ShownDecisions?)null);
        foreach (var (at, lot) in survey.Lots.Index())
        {
            companies.AddRange(lot);
            histories.AddRange(lot.Select(_ => new int[new EntryOrder(design).Tables.Count]));
            var extent = at < survey.Whole ? ShownExtent.Headline : ShownExtent.Whole;
            histories = [.. ShownSets.Advance(design, alone, [.. Groups(survey.Older)], at + 1, extent)];
            older = NodeDecisions.Of(design, alone, [.. Groups(survey.Older)], older, at < survey.Whole ? 0 : survey.Whole + 1);
            newer = at < survey.Whole ? null : decide(design, both, [.. Groups(survey.Older, survey.Newer)], older, newer);
            yield return new(at + 1, [.. companies], histories, older, newer);
        }

        IEnumerable<CompanyGroup> Groups(params AttackedVersion[] versions)
        {
            return companies.Zip(histories, (company, history) => company.Group(history, versions));
        }
    }

    /// <summary>The sums behind all figures of all states.</summary>
    private static IEnumerable<Figure> Shown(Survey survey, Decide decide)
    {
        var (order, total) = (new EntryOrder(AttackedSurvey.Design), survey.Lots.Sum(lot => lot.Length));
        foreach (var state in States(survey, decide))
        {
            foreach (var (table, by) in order.Tables.Index())
            {
                var cells = Enumerable
                    .Range(0, state.Companies.Length)
                    .Where(at => state.Histories[at][table] != Admission.Never)
                    .GroupBy(at => ShownKey.Of(by, state.Companies[at].Cell));
                foreach (var cell in cells)
                {
                    foreach (var figure in Shown(survey.Older, 0, state.Older).Concat(Shown(survey.Newer, 1, state.Newer)))
                    {
                        yield return figure;
                    }

                    IEnumerable<Figure> Shown(AttackedVersion version, int number, ShownDecisions? decisions)
                    {
                        foreach (var node in version.Model.Nodes.Where(node => node.Depth <= (decisions?.Deepest ?? -1)))
                        {
                            if (
                                !decisions!.Nodes[node.Index][table].ContainsKey(cell.Key)
                                && Row(version, state.Companies, cell, node.Index, total) is { } row
                            )
                            {
                                yield return new(number, node.Id, $"cell {table} {cell.Key}", state.Number, row);
                            }
                        }
                    }
                }
            }
        }
    }

    private static double[]? Row(AttackedVersion version, Company[] companies, IEnumerable<int> cell, int node, int total)
    {
        var (row, any) = (new double[total * AttackedVersion.Unknowns], false);
        foreach (var at in cell)
        {
            if (version.Factors(companies[at].Has)[node] is { } factors)
            {
                any = true;
                for (var number = 0; number < factors.Length; number++)
                {
                    row[(at * AttackedVersion.Unknowns) + number] = companies[at].Weight * factors[number];
                }
            }
        }

        return any ? row : null;
    }

    private static bool IsIn(double[] row, int company) =>
        row.AsSpan(company * AttackedVersion.Unknowns, AttackedVersion.Unknowns).ContainsAnyExcept(0);

    private static double[] Without(double[] row, int one, int other)
    {
        var rest = row.ToArray();
        Array.Clear(rest, one * AttackedVersion.Unknowns, AttackedVersion.Unknowns);
        Array.Clear(rest, other * AttackedVersion.Unknowns, AttackedVersion.Unknowns);
        return rest;
    }

    private delegate ShownDecisions Decide(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        ShownDecisions shown,
        ShownDecisions? before
    );

    /// <param name="Whole">The lot after which all is shown, and the newer version is added.</param>
    private sealed record Survey(AttackedVersion Older, AttackedVersion Newer, Company[][] Lots, int Whole);

    private sealed record State(
        int Number,
        Company[] Companies,
        IReadOnlyList<IReadOnlyList<int>> Histories,
        ShownDecisions Older,
        ShownDecisions? Newer
    );

    private sealed record Figure(int Version, string Node, string Cell, int State, double[] Row);

    private sealed record Company(ReportingCell Cell, bool[] Has, double Weight)
    {
        public CompanyGroup Group(IReadOnlyList<int> history, IEnumerable<AttackedVersion> versions) =>
            new(
                Cell,
                Cell,
                ScorePattern.Of([
                    .. versions.Select(version => version.Factors(Has).Select(factors => factors is null ? double.NaN : 1).ToArray()),
                ]),
                history,
                1
            );

        public override string ToString() => $"{Cell}:{string.Concat(Has.Select(has => has ? '1' : '0'))}";
    }
}
