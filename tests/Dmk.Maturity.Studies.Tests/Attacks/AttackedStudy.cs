using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A study of some hundred companies in Länder, sectors and sizes, as its readers see it, and without each of the rules that
/// protect it.</summary>
internal sealed class AttackedStudy
{
    private const string Yaml = """
        id: attacked-study
        wave: 2027
        title: { de: "Attacked", en: "Attacked" }
        questionnaire: attacked@1.0.0
        indices: [attacked-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        weights: { nonresponse: { groups: stratum, minimumRespondents: 2, collapse: [ { over: sector, order: cyclic }, { over: size, start: largest, next: smaller } ] } }
        report: { by: [land, sector, size], lattice: [[land], [sector], [size], [land, sector], [land, size]] }
        confidentiality: { minimumRespondents: 5 }
        lonely: adjust
        reporting: { land: frame, sector: frame, size: frame }
        """;

    private const double Missing = 0.02;
    private static readonly string[] _laender = ["A", "B", "C", "D"];
    private static readonly string[] _sectors = ["p", "q", "r"];
    private static readonly string[] _sizes = ["S", "M", "L"];

    public AttackedStudy(IReadOnlyList<AttackedCompany> companies)
    {
        Companies = companies;
        Order = new(Design);
        Family = new([AttackedSurvey.Model]);
        var answered = companies.CountBy(company => company.Stratum).ToDictionary();
        Frame =
        [
            .. from land in _laender
            from sector in _sectors
            from size in _sizes
            let stratum = ReportingCell.Of(land, sector, size)
            let asked = 2 * answered.GetValueOrDefault(stratum, 1)
            select new FrameStratum(stratum, PopulationOf(stratum, asked), asked),
        ];
    }

    public static StudyDesign Design { get; } =
        StudyDesign.Parse(Yaml, "study.yaml", new([List("land", _laender), List("sector", _sectors), List("size", _sizes)])).OrThrow();

    public IReadOnlyList<AttackedCompany> Companies { get; }

    public IReadOnlyList<FrameStratum> Frame { get; }

    public EntryOrder Order { get; }

    public NodeFamily Family { get; }

    /// <summary>Small strata and large ones, answers in five steps, some of which are missing. In sector r of Land D everybody says the
    /// same to the last question; in its sector p nearly everybody all that can be said.</summary>
    public static AttackedStudy Of(int companies, int seed) => new([.. Draw(companies, new Random(seed))]);

    /// <summary>What readers other than operators get, when all have answered.</summary>
    public Reading Shown()
    {
        CompanyGroup[] groups = [.. Companies.Select(company => company.Group(new int[Order.Tables.Count]))];
        var histories = ShownSets.Advance(Design, Family, groups, 1, ShownExtent.Whole);
        groups = [.. groups.Zip(histories, (group, history) => group with { History = history })];
        var decisions = NodeDecisions.Of(Design, Family, groups, null, 1);
        return Reading.Of(Shown(histories, decisions), Companies, [.. histories.Select(Seen)], Order, 1);
    }

    /// <summary>All figures of all companies, rounded.</summary>
    public Reading RoundedAlone()
    {
        var histories = Companies.Select(_ => Order.Tables.Select(_ => 1).ToArray()).ToArray();
        var nothing = Order.Tables.Select(_ => new Dictionary<string, CellStatus>(StringComparer.Ordinal)).ToArray();
        var decisions = new ShownDecisions(
            [.. AttackedSurvey.Model.Nodes.Select(_ => nothing)],
            [.. Order.Tables.Select(_ => new HashSet<string>(StringComparer.Ordinal))],
            Companies.Count,
            [.. Order.Tables.Select(_ => (long)Companies.Count)],
            int.MaxValue
        );
        return Reading.Of(Shown(histories, decisions), Companies, [.. histories.Select(Seen)], Order, 1);
    }

    /// <summary>All figures in full.</summary>
    public Reading Bare() => WithMinimum(1);

    /// <summary>In full, without those of few companies and those that give them away by subtraction in one node's tables: what a study
    /// that asks for three shows its operators.</summary>
    public Reading WithMinimum(int minimum)
    {
        var (weighted, model) = (Weighted(), AttackedSurvey.Model);
        LatticeTable[] tables = [.. Design.Lattice.Prepend([]).Select(weighted.TableBy)];
        TableBasis[] bases = [.. tables.Select(_ => new TableBasis(Companies.Count, Companies.Count, weighted.Mergers))];
        var gate = new Gate(new(minimum), new(Role.Operator, null, "operator"), (model.ScaleFrom, model.ScaleTo));
        return Reading.Of(
            [
                .. model.Nodes.Select(node => new ProtectedLattice(
                    Design,
                    model,
                    node,
                    NodeMeasure.OfScores,
                    tables,
                    bases,
                    gate.Protect([.. tables.SelectMany(table => weighted.RawCells(table, model, node, NodeMeasure.OfScores))])
                )),
            ],
            Companies,
            [.. Companies.Select(_ => Order.Tables.Select(_ => true).ToArray())],
            Order,
            0
        );
    }

    /// <summary>In full, but for those of fewer than five companies: no figure is withheld for the sake of another.</summary>
    public Reading WithoutFew() => Bare().Without(figure => figure.Respondents < 5);

    public WeightedStudy Weighted()
    {
        var moments = new StudyMoments(StudyMoments.LayoutOf(AttackedSurvey.Model));
        foreach (var company in Companies)
        {
            moments.At(company.Stratum, company.Cell).Add(company.Scores);
        }

        return WeightedStudy.Of(Design, Frame, moments);
    }

    /// <summary>As many companies of its stratum as a company stands for.</summary>
    public double WeightOf(AttackedCompany company) =>
        Frame.Single(stratum => stratum.Cell == company.Stratum).Population
        / (double)Companies.Count(other => other.Stratum == company.Stratum);

    public IReadOnlyList<ProtectedLattice> Shown(IReadOnlyList<IReadOnlyList<int>> histories, ShownDecisions decisions)
    {
        var kinds = new Dictionary<string, ShownKind>(StringComparer.Ordinal);
        foreach (var (company, history) in Companies.Zip(histories))
        {
            var key = string.Join(',', history);
            if (!kinds.TryGetValue(key, out var kind))
            {
                kinds.Add(key, kind = new(history, new(StudyMoments.LayoutOf(AttackedSurvey.Model))));
            }

            kind.Moments.At(company.Stratum, company.Cell).Add(company.Scores);
        }

        var shown = ShownStudy.Of(Design, Family, 0, Frame, [.. kinds.Values], decisions);
        return [.. AttackedSurvey.Model.Nodes.Select(node => shown.Protect(node, TestGate.Economist))];
    }

    private static bool[] Seen(IReadOnlyList<int> history) => [.. history.Select(entered => entered > 0)];

    /// <summary>The smaller the companies, the more there are of them; hardly two strata have one weight.</summary>
    private static long PopulationOf(ReportingCell stratum, int asked) =>
        asked
            * (
                stratum[2] == "S" ? 17
                : stratum[2] == "M" ? 5
                : 2
            )
        + (_laender.IndexOf(stratum.Land) * 3)
        + _sectors.IndexOf(stratum[1]);

    private static IEnumerable<AttackedCompany> Draw(int companies, Random random)
    {
        var (inDq, inCr) = (0, 0);
        for (var number = 0; number < companies; number++)
        {
            // Land A is the largest, D the smallest; large companies are few.
            var land = _laender[(int)(4 * Math.Pow(random.NextDouble(), 1.6))];
            var sector = _sectors[(int)(3 * Math.Pow(random.NextDouble(), 1.3))];
            var size = _sizes[(int)(3 * Math.Pow(random.NextDouble(), 1.5))];
            // One company is alone, and three are among themselves.
            sector = (land, sector) switch
            {
                ("D", "q") when inDq++ > 0 => "p",
                ("C", "r") when inCr++ > 2 => "p",
                _ => sector,
            };
            var stratum = ReportingCell.Of(land, sector, size);
            var answers = new double[5];
            for (var question = 0; question < answers.Length; question++)
            {
                answers[question] = random.NextDouble() < Missing ? double.NaN : 25 * random.Next(5);
            }

            if (land == "D")
            {
                answers[4] =
                    sector == "r" ? 75
                    : sector == "p" ? (random.Next(25) == 0 ? 75 : 100)
                    : answers[4];
            }

            yield return new(stratum, stratum, answers);
        }
    }

    private static Classification List(string id, string[] codes) => new(id, new Text(id, id), "", "", [.. codes.Select(Entry)]);

    private static ClassificationEntry Entry(string code) => new(code, new Text(code, code), null, new Dictionary<string, string>());
}
