using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The demonstration's last wave in memory: the pilot study with its three index models, and the made-up companies that have
/// answered it.</summary>
internal sealed class DemoAnswers
{
    private const string Pilot = "pilotstudie-wirtschaft";
    private const int Seed = 2027;

    private readonly List<(ReportingCell Stratum, ReportingCell Cell, double[][] Scores, double Persons)> _companies = [];

    /// <summary>Of the same companies under the added version.</summary>
    private readonly List<double[]> _added = [];

    /// <summary>The same with the answers that are kept.</summary>
    private readonly ResponseColumns _columns;

    /// <param name="invited">Companies of the sample; nearly half of them answer.</param>
    public DemoAnswers(int invited)
        : this(invited, null) { }

    /// <param name="added">The pilot's index, changed: a further version under which all are scored; null for none.</param>
    public DemoAnswers(int invited, Func<string, string>? added)
    {
        var folder = Path.Combine(PilotResponses.Root(AppContext.BaseDirectory), "questionnaires");
        var classifications = Classifications.Read(Path.Combine(folder, "classifications")).OrThrow();
        var questionnaire = Questionnaire.Read(Path.Combine(folder, Pilot, "questionnaire.yaml"), classifications).OrThrow();
        IndexModel[] models =
        [
            .. new[] { Pilot, "eurostat-dii", "edih-dma" }.Select(name =>
                IndexModel.Read(Path.Combine(folder, name, "index.yaml"), questionnaire).OrThrow()
            ),
        ];
        if (added is not null)
        {
            var yaml = added(File.ReadAllText(Path.Combine(folder, Pilot, "index.yaml")));
            Added = IndexModel.Parse(yaml, "index.yaml", questionnaire).OrThrow();
        }

        var design = StudyDesign.Read(Path.Combine(folder, Pilot, "study.yaml"), classifications).OrThrow();
        var population = SyntheticPopulation.Of(classifications, invited);
        Study = new(
            design,
            StudyVersion.Of([questionnaire], _ => models),
            [.. population.Frame.Select(stratum => stratum.In(design))],
            Origin.Synthetic,
            StudyPhase.InField
        );
        _columns = new([.. models.Select(model => model.Nodes.Count)], design.Kept.Count);
        foreach (var unit in population.Sample)
        {
            var company = SyntheticCompany.Of(unit.UnitId, unit.Stratum, population.Places, Seed);
            if (company.Responds)
            {
                var interview = Interview.Of(questionnaire, FilledForm.Of(company, questionnaire).Answers);
                var (stratum, cell) = (unit.Stratum.In(design), company.Now.In(design));
                var scores = Array.ConvertAll(models, model => model.Score(interview));
                if (Added is { } further)
                {
                    _added.Add(further.Score(interview));
                }

                _companies.Add((stratum, cell, scores, design.KeptOf(interview)[0].Persons));
                _columns.Add(stratum, cell, $"{questionnaire.Version}", scores, [.. design.Kept.Select(kept => kept.ValueOf(interview))]);
            }
        }
    }

    public Study Study { get; }

    /// <summary>The version that is not in the study's file.</summary>
    public IndexModel? Added { get; }

    public int Companies => _companies.Count;

    /// <summary>Those that disclosure control cannot tell apart, none of them shown yet.</summary>
    public CompanyGroup[] Groups()
    {
        var nothing = new int[new EntryOrder(Study.Design).Tables.Count];
        return
        [
            .. _companies
                .Select(company => (company.Stratum, company.Cell, Scores: ScorePattern.Of(company.Scores)))
                .CountBy(company => company)
                .Select(alike => new CompanyGroup(alike.Key.Stratum, alike.Key.Cell, alike.Key.Scores, nothing, alike.Value)),
        ];
    }

    /// <summary>Those that disclosure control cannot tell apart under the added version either.</summary>
    /// <param name="groups">With their histories.</param>
    public CompanyGroup[] GroupsUnderAdded(IEnumerable<CompanyGroup> groups)
    {
        var historyOf = groups.ToDictionary(group => (group.Stratum, group.Cell, group.Scores), group => group.History);
        return
        [
            .. _companies
                .Zip(
                    _added,
                    (company, added) =>
                        (
                            company.Stratum,
                            company.Cell,
                            Scores: ScorePattern.Of([.. company.Scores, added]),
                            History: historyOf[(company.Stratum, company.Cell, ScorePattern.Of(company.Scores))]
                        )
                )
                .CountBy(company => company)
                .Select(alike => new CompanyGroup(alike.Key.Stratum, alike.Key.Cell, alike.Key.Scores, alike.Key.History, alike.Value)),
        ];
    }

    /// <summary>Those who have entered, parted by which of the study's conditions are true of them.</summary>
    /// <param name="groups">With their histories.</param>
    /// <returns>The groups, and per group, bit for bit, which conditions are true.</returns>
    public (CompanyGroup[] Groups, int[] Truths) Conditioned(IEnumerable<CompanyGroup> groups)
    {
        var historyOf = groups.ToDictionary(group => (group.Stratum, group.Cell, group.Scores), group => group.History);
        var truths = _columns.Truths([.. Study.Design.Conditions.Select(one => StudyCondition.Read(Study, 0, one.Where))]);
        var parted = _companies
            .Index()
            .Select(one => (Key: (one.Item.Stratum, one.Item.Cell, Scores: ScorePattern.Of(one.Item.Scores)), Truths: truths[one.Index]))
            .Where(one => historyOf[one.Key][0] > 0)
            .CountBy(one => one)
            .ToArray();
        return (
            [
                .. parted.Select(one => new CompanyGroup(
                    one.Key.Key.Stratum,
                    one.Key.Key.Cell,
                    one.Key.Key.Scores,
                    historyOf[one.Key.Key],
                    one.Value
                )),
            ],
            [.. parted.Select(one => one.Key.Truths)]
        );
    }

    /// <summary>What tables are made from under one index model.</summary>
    /// <param name="groups">With their histories.</param>
    public ShownKind[] Kinds(int model, IEnumerable<CompanyGroup> groups)
    {
        var historyOf = groups.ToDictionary(group => (group.Stratum, group.Cell, group.Scores), group => group.History);
        var kinds = new Dictionary<string, ShownKind>(StringComparer.Ordinal);
        foreach (var (stratum, cell, scores, _) in _companies)
        {
            var history = historyOf[(stratum, cell, ScorePattern.Of(scores))];
            var key = string.Join(',', history);
            if (!kinds.TryGetValue(key, out var kind))
            {
                kinds.Add(key, kind = new(history, new(StudyMoments.LayoutOf(Study.Indices[model]))));
            }

            kind.Moments.At(stratum, cell).Add(scores[model]);
        }

        return [.. kinds.Values.Where(kind => kind.History.Any(entered => entered > 0))];
    }

    /// <summary>Of all that have answered, as operators get them, under one index model.</summary>
    public StudyMoments Moments(int model)
    {
        var moments = new StudyMoments(StudyMoments.LayoutOf(Study.Design, Study.Indices[model]));
        foreach (var (stratum, cell, scores, persons) in _companies)
        {
            moments.At(stratum, cell).Add(scores[model], persons);
        }

        return moments;
    }

    /// <summary>What figures per person employed are decided on.</summary>
    /// <param name="groups">With their histories.</param>
    /// <param name="table">Which the companies must have entered.</param>
    public PersonGroup[] Persons(NodeFamily family, IEnumerable<CompanyGroup> groups, int table)
    {
        var historyOf = groups.ToDictionary(group => (group.Stratum, group.Cell, group.Scores), group => group.History);
        return
        [
            .. _companies
                .Where(company => historyOf[(company.Stratum, company.Cell, ScorePattern.Of(company.Scores))][table] > 0)
                .Select(company =>
                    (
                        company.Stratum,
                        company.Cell,
                        Scores: ScorePattern.Of([
                            .. family.Models.Select(
                                (model, place) =>
                                    model
                                        .Nodes.Where(node => node.Depth <= NodeFamily.Headline)
                                        .Select(node => company.Scores[place][node.Index])
                                        .ToArray()
                            ),
                        ]),
                        company.Persons
                    )
                )
                .CountBy(company => company)
                .Select(alike => new PersonGroup(alike.Key.Stratum, alike.Key.Cell, alike.Key.Scores, alike.Key.Persons, alike.Value)),
        ];
    }
}
