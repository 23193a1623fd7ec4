namespace Dmk.Maturity.Studies.Tests;

/// <summary>An attacker who knows every weight, every number of persons employed, the index model, and the exact sums behind all figures
/// per enterprise and per person. Unknown to him are the answers.</summary>
public sealed class PersonDecisionsTests
{
    private const int Seeds = 20;

    private static readonly StudyDesign _design = AttackedSurvey.Design;
    private static readonly EntryOrder _order = new(_design);
    private static readonly NodeFamily _family = new([AttackedSurvey.Model]);
    private static readonly bool[] _all = [true, true, true, true, true];

    private static readonly FrameStratum[] _frame =
    [
        .. from land in new[] { "A", "B" }
        from sector in new[] { "p", "q", "r" }
        select new FrameStratum(ReportingCell.Of(land, sector), land == "A" ? 1000 + (7 * sector[0]) : 3000 + sector[0], 500),
    ];

    [Fact]
    public void Nothing_of_one_company_or_two_large_ones_follows_from_all_figures_of_a_cell()
    {
        var shown = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var survey = Survey.Of(Draw(new Random(seed)));
            foreach (var cell in survey.Figures().GroupBy(figure => figure.Cell))
            {
                shown += cell.Count(figure => figure.IsPerPerson);
                NothingFollows(survey, [.. cell.Select(figure => figure.Row)], $"seed {seed}, {cell.Key}");
            }
        }

        Assert.True(shown > 50, $"Only {shown} figures per person were shown, so hardly anything was attacked.");
    }

    [Fact]
    public void Nor_from_the_figures_per_person_of_a_node_in_total_and_by_each_variable()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var survey = Survey.Of(Draw(new Random(seed)));
            var tables = survey.Figures().Where(figure => figure.IsPerPerson).GroupBy(figure => (figure.Node, figure.Table > 1 ? 2 : 1));
            foreach (var node in tables)
            {
                var total = survey.Figures().Where(one => one.IsPerPerson && one.Table == 0 && one.Node == node.Key.Node);
                NothingFollows(survey, [.. node.Concat(total).Select(figure => figure.Row)], $"seed {seed}, {node.Key}");
            }
        }
    }

    /// <summary>Where most companies of a cell are of one size, and of another size in another cell, the figures per enterprise of the
    /// cells of a table drop another size in each of them.</summary>
    [Fact]
    public void Nor_from_a_figure_per_person_and_all_figures_per_enterprise_of_the_node()
    {
        var (shown, attempts) = (0, 0);
        for (var seed = 0; seed < 2 * Seeds; seed++)
        {
            var survey = Survey.Of(DrawBySector(new Random(seed)));
            foreach (var node in survey.Figures().GroupBy(figure => figure.Node))
            {
                double[][] perEnterprise = [.. node.Where(figure => !figure.IsPerPerson).Select(figure => figure.Row)];
                foreach (var table in node.Where(figure => figure.IsPerPerson).GroupBy(figure => figure.Table))
                {
                    shown += table.Count();
                    attempts++;
                    NothingFollows(
                        survey,
                        [.. perEnterprise, .. table.Concat(node.Where(one => one.IsPerPerson && one.Table == 0)).Select(one => one.Row)],
                        $"seed {seed}, node {node.Key}, table {table.Key}"
                    );
                }
            }
        }

        Assert.True(shown > 50 && attempts > 20, $"Only {shown} figures per person were attacked, in {attempts} attempts.");
    }

    [Fact]
    public void Where_each_sector_has_a_size_of_its_own_the_few_of_other_sizes_are_withheld()
    {
        Company[] companies =
        [
            .. from stratum in _frame
            from number in Enumerable.Range(0, 30)
            select new Company(
                stratum.Cell,
                _all,
                stratum.Cell == ReportingCell.Of("A", "p") && number < 2 ? 40 : 10 * (1 + stratum.Cell[1][0] - 'p')
            ),
        ];

        Assert.NotEmpty(Survey.Of(companies).Decisions[0][0]);
    }

    [Fact]
    public void Whoever_knows_the_second_largest_company_does_not_come_near_the_largest()
    {
        var (withheld, shown) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var survey = Survey.Of(Draw(new Random(seed)));
            foreach (var node in _family.Headlines)
            {
                foreach (var table in survey.Told.Where(_ => !survey.Decisions[node][0].ContainsKey("")))
                {
                    var cells = survey.With(node).GroupBy(one => ShownKey.Of(_order.Tables[table], one.Cell)).ToArray();
                    Company[][] told =
                    [
                        .. cells.Where(cell => !survey.Decisions[node][table].ContainsKey(cell.Key)).Select(cell => cell.ToArray()),
                    ];
                    Company[] rest = [.. cells.Where(cell => survey.Decisions[node][table].ContainsKey(cell.Key)).SelectMany(cell => cell)];
                    (withheld, shown) = (withheld + (rest.Length > 0 ? 1 : 0), shown + told.Length);
                    foreach (var set in told.Append(rest).Where(set => set.Length > 0))
                    {
                        double[] sizes = [.. set.Select(one => survey.WeightOf(one) * one.Employed).OrderDescending()];
                        Assert.True(sizes.Length >= 6 && sizes.Skip(2).Sum() >= 0.1 * sizes[0], $"seed {seed}, node {node}, table {table}");
                    }
                }
            }
        }

        Assert.True(withheld > 10 && shown > 50, $"{withheld} tables with withheld cells and {shown} shown cells are not much.");
    }

    [Fact]
    public void A_cell_that_one_company_dominates_is_withheld_and_another_one_protects_it()
    {
        Company[] companies =
        [
            .. from stratum in _frame
            from number in Enumerable.Range(0, 30)
            select new Company(stratum.Cell, _all, stratum.Cell == ReportingCell.Of("A", "p") && number == 0 ? 9000 : 10 + (number % 7)),
            .. Enumerable.Range(0, 60).Select(number => new Company(ReportingCell.Of("B", "q"), _all, 900 + number)),
        ];
        var survey = Survey.Of(companies);

        var (land, sector) = (survey.Decisions[0][Table("land")], survey.Decisions[0][Table("sector")]);

        Assert.Equal(CellStatus.Dominated, sector["p"]);
        Assert.Contains(CellStatus.ProtectsAnother, sector.Values);
        Assert.Equal(CellStatus.Dominated, land["A"]);
        Assert.Equal(CellStatus.ProtectsAnother, land["B"]);
        Assert.Empty(survey.Decisions[0][0]);
    }

    [Fact]
    public void Companies_of_one_size_do_not_hide_the_few_that_are_larger()
    {
        // The mean per enterprise takes all that employ one person from the mean per person.
        Company[] companies =
        [
            .. from stratum in _frame
            from number in Enumerable.Range(0, 30)
            select new Company(stratum.Cell, _all, stratum.Cell == ReportingCell.Of("A", "p") && number < 2 ? 3 : 1),
        ];

        Assert.NotEmpty(Survey.Of(companies).Decisions[0][0]);
        Assert.Empty(Survey.Of([.. companies.Select(one => one with { Persons = 1 })]).Decisions[0][0]);
    }

    [Fact]
    public void What_is_withheld_per_enterprise_is_withheld_per_person()
    {
        Company[] companies =
        [
            .. from stratum in _frame from number in Enumerable.Range(0, 30) select new Company(stratum.Cell, _all, 5 + (number % 9)),
        ];
        var perEnterprise = Survey.Nothing();
        var withheld = perEnterprise.Nodes.Select(tables => tables.ToArray()).ToArray();
        withheld[0][Table("sector")] = new Dictionary<string, CellStatus> { ["p"] = CellStatus.ProtectsAnother };

        var decisions = Survey.Of(companies, perEnterprise with { Nodes = withheld }).Decisions;

        Assert.Contains("p", decisions[0][Table("sector")].Keys);
        Assert.All(_family.Headlines, node => Assert.Contains("p", decisions[node][Table("sector")].Keys));
        Assert.Empty(decisions[0][Table("land")]);
    }

    private static int Table(string variable) => _order.Tables.Index().Single(table => table.Item is [var one] && one.Id == variable).Index;

    /// <summary>Most companies of a sector are of one size.</summary>
    private static Company[] DrawBySector(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(60, 140))
                .Select(_ =>
                {
                    var sector = random.Next(3);
                    return new Company(
                        ReportingCell.Of(random.Next(3) == 0 ? "B" : "A", "pqr"[sector].ToString()),
                        _all,
                        random.Next(20) == 0 ? 1 + random.Next(400) : 10 * (sector + 1)
                    );
                }),
        ];

    private static Company[] Draw(Random random)
    {
        var companies = new Company[random.Next(60, 140)];
        for (var at = 0; at < companies.Length; at++)
        {
            var cell = ReportingCell.Of(random.Next(3) == 0 ? "B" : "A", "ppqqqr"[random.Next(6)].ToString());
            var lacks = random.Next(8) == 0 ? random.Next(5) : -1;
            var persons = random.Next(50) switch
            {
                0 => double.NaN,
                1 => 200 + random.Next(2000),
                < 20 => 1,
                _ => 1 + random.Next(30),
            };
            companies[at] = new(cell, [.. Enumerable.Range(0, 5).Select(number => number != lacks)], persons);
        }

        return companies;
    }

    /// <summary>Whoever can combine the rows to something of one company, or of it and one of the largest, loses a rank with their
    /// columns.</summary>
    private static void NothingFollows(Survey survey, double[][] rows, string what)
    {
        var rank = Rank(rows);
        int[] all = [.. Enumerable.Range(0, survey.Companies.Count)];
        int[] largest = [.. all.OrderByDescending(one => survey.Companies[one].Employed).Take(5)];
        foreach (var (one, other) in all.Select(one => (one, one)).Concat(largest.SelectMany(one => largest, (one, other) => (one, other))))
        {
            if (Rank([.. rows.Select(row => Without(row, one, other))]) != rank)
            {
                Assert.Fail($"{what}: {survey.Companies[one]} and {survey.Companies[other]} follow.");
            }
        }
    }

    private static double[] Without(double[] row, int one, int other)
    {
        var rest = row.ToArray();
        Array.Clear(rest, one * 5, 5);
        Array.Clear(rest, other * 5, 5);
        return rest;
    }

    private static int Rank(double[][] source)
    {
        double[][] rows = [.. source.Select(Scaled)];
        var rank = 0;
        for (var column = 0; rank < rows.Length && rows.Length > 0 && column < rows[0].Length; column++)
        {
            var pivot = rank;
            for (var row = rank + 1; row < rows.Length; row++)
            {
                pivot = Math.Abs(rows[row][column]) > Math.Abs(rows[pivot][column]) ? row : pivot;
            }

            if (Math.Abs(rows[pivot][column]) < 1e-10)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var row = rank + 1; row < rows.Length; row++)
            {
                var factor = rows[row][column] / rows[rank][column];
                for (var at = column; factor != 0 && at < rows[row].Length; at++)
                {
                    rows[row][at] -= factor * rows[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }

    private static double[] Scaled(double[] row)
    {
        var largest = row.Max(Math.Abs);
        return largest == 0 ? [.. row] : [.. row.Select(value => value / largest)];
    }

    private sealed record Figure(int Node, int Table, string Cell, bool IsPerPerson, double[] Row);

    private sealed record Company(ReportingCell Cell, bool[] Has, double Persons)
    {
        public double Employed => double.IsNaN(Persons) ? 0 : Persons;

        public ScorePattern Scores =>
            ScorePattern.Of([
                [.. AttackedSurvey.Factors(Has).Select(factors => factors is null ? double.NaN : 1)],
            ]);

        public ScorePattern Headlines =>
            ScorePattern.Of([
                [.. _family.Headlines.Select(node => AttackedSurvey.Factors(Has)[node] is null ? double.NaN : 1)],
            ]);
    }

    private sealed class Survey
    {
        private readonly Func<PersonGroup, double> _weights;
        private readonly ShownDecisions _perEnterprise;

        private Survey(
            IReadOnlyList<Company> companies,
            ShownDecisions perEnterprise,
            IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> decisions,
            Func<PersonGroup, double> weights,
            IReadOnlyList<int> told
        ) => (Companies, _perEnterprise, Decisions, _weights, Told) = (companies, perEnterprise, decisions, weights, told);

        /// <summary>That count in figures per person.</summary>
        public IReadOnlyList<Company> Companies { get; }

        public IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> Decisions { get; }

        public IReadOnlyList<int> Told { get; }

        public static Survey Of(Company[] companies)
        {
            var alike = companies.GroupBy(one => (one.Cell, one.Scores)).ToArray();
            CompanyGroup[] groups =
            [
                .. alike.Select(one => new CompanyGroup(
                    one.Key.Cell,
                    one.Key.Cell,
                    one.Key.Scores,
                    new int[_order.Tables.Count],
                    one.Count()
                )),
            ];
            var after = ShownSets.Advance(_design, _family, groups, 1, ShownExtent.Whole);
            groups = [.. groups.Zip(after, (group, history) => group with { History = history })];
            var table = PersonDecisions.TableOf(_order, after, 1);
            Company[] entered = [.. alike.Zip(after).Where(one => one.Second[table] == 1).SelectMany(one => one.First)];
            return Of(entered, NodeDecisions.Of(_design, _family, groups, null, 1), table);
        }

        public static Survey Of(Company[] companies, ShownDecisions perEnterprise) => Of(companies, perEnterprise, Table("land"));

        public static ShownDecisions Nothing() => NodeDecisions.Of(_design, _family, [], null, 1);

        public IEnumerable<Company> With(int node) => Companies.Where(one => one.Scores[node]);

        public double WeightOf(Company company) => _weights(GroupOf(company));

        public IEnumerable<Figure> Figures() =>
            from table in Told
            from cell in Companies.Index().GroupBy(one => ShownKey.Of(_order.Tables[table], one.Item.Cell))
            from node in _family.Headlines
            from isPerPerson in new[] { true, false }
            where !(isPerPerson ? Decisions : _perEnterprise.Nodes)[node][table].ContainsKey(cell.Key)
            let row = Row(cell, node, one => isPerPerson ? one.Employed : 1)
            where row.Any(value => value != 0)
            select new Figure(node, table, $"table {table} cell {cell.Key}", isPerPerson, row);

        private static Survey Of(Company[] companies, ShownDecisions perEnterprise, int table)
        {
            PersonGroup[] groups = [.. companies.Select(GroupOf)];
            return new(
                companies,
                perEnterprise,
                PersonDecisions.Of(_design, _family, _frame, groups, perEnterprise, table),
                groups.Length == 0 ? _ => 0 : PersonTable.WeightsOf(_design, _frame, groups),
                table == 0 ? [0] : [0, Table("land"), Table("sector")]
            );
        }

        private static PersonGroup GroupOf(Company company) => new(company.Cell, company.Cell, company.Headlines, company.Persons, 1);

        private double[] Row(IEnumerable<(int Index, Company Item)> cell, int node, Func<Company, double> size)
        {
            var row = new double[Companies.Count * 5];
            foreach (var (at, company) in cell)
            {
                if (AttackedSurvey.Factors(company.Has)[node] is { } factors)
                {
                    for (var number = 0; number < factors.Length; number++)
                    {
                        row[(at * 5) + number] = WeightOf(company) * size(company) * factors[number];
                    }
                }
            }

            return row;
        }
    }
}
