using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Study"), Description("A survey of companies: a questionnaire, a population, a sample, and the indices made from its answers.")]
internal sealed class StudyView(Study study, Language language, Caller caller, StudyResults results)
{
    [Id, Description("As in pilot-2027.")]
    public string Id => study.Id;

    [Description("The title.")]
    public string Title => study.Design.Title.In(language);

    [Description("The year, or number, of the wave.")]
    public int Wave => study.Design.Wave;

    [Description("Whether its companies are made up. Say so wherever you show its figures.")]
    public bool Synthetic => study.Synthetic;

    [Description("Where it stands in its life.")]
    public StudyPhase Phase => study.Phase;

    [Description("The first day on which companies may answer, as planned.")]
    public DateOnly FieldFrom => study.Design.FieldFrom;

    [Description("The last day on which companies may answer, as planned.")]
    public DateOnly FieldTo => study.Design.FieldTo;

    [Description("What it asks companies that begin now.")]
    public QuestionnaireView Questionnaire => new(study.Questionnaire, language);

    [
        Description("The versions of its questionnaire: the one it was published with, then those that came in the field, in that order."),
        ListSize(5)
    ]
    public IEnumerable<StudyVersionView> QuestionnaireVersions => study.Versions.Select(version => new StudyVersionView(version));

    [Description("The index models that score its answers."), ListSize(5)]
    public IEnumerable<IndexView> Indices => study.Indices.Select(model => new IndexView(model, language));

    [Description(
        "Index models that were added after the study was published, in the order in which they came. Other readers see "
            + "means under them once all is shown under the models of its file."
    )]
    [AllowedTo(Readers.FieldStaff), ListSize(5), Cost(100)]
    public async Task<IEnumerable<AddedIndexView>> AddedIndices(CancellationToken cancellation) =>
        (await results.Added(study, cancellation)).Select(added => new AddedIndexView(added, language));

    [Id]
    [Description(
        "The index models that can be asked for now, by id and version: those of its file, then those that were added and are ready for "
            + "whoever asks, in the order in which they came."
    )]
    [AllowedTo(Readers.ResultReaders), ListSize(5), Cost(100)]
    public async Task<IEnumerable<string>> IndexVersions(CancellationToken cancellation) =>
        (await results.Versions(study, caller.Audience, cancellation)).Select(version => version.ToString());

    [Description("By what its results can be broken down, as its file declares it; the first is the Land."), ListSize(8)]
    public IEnumerable<ReportingVariableView> ReportingVariables =>
        study.Design.Variables.Select(variable => new ReportingVariableView(variable, language));

    [Description("The tables that can be asked for: each a set of ids of reporting variables. The total needs no entry."), ListSize(8)]
    public IReadOnlyList<IReadOnlyList<string>> Tables =>
        [.. study.Design.Lattice.Select(table => table.Select(variable => variable.Id).ToArray())];

    [
        Description("The conditions under which readers other than operators get results of their own, in the order of its file."),
        ListSize(4)
    ]
    public IEnumerable<DeclaredConditionView> Conditions =>
        study.Design.Conditions.Select(condition => new DeclaredConditionView(condition, language));

    [Id, Description("The question or computed value that counts the persons a company employs, by which figures per person are weighted.")]
    public string? PersonsEmployed => study.Design.PersonsEmployed;

    [Description("The strata of the frame with the companies in them and those drawn."), AllowedTo(Readers.FieldStaff), ListSize(1000)]
    public IEnumerable<StratumView> Strata =>
        study.Frame.Select(stratum => new StratumView(stratum, study.Design.Population.Strata, Names));

    [Description("How many of the drawn companies have submitted, by Land: live."), AllowedTo(Readers.FieldStaff), ListSize(16), Cost(200)]
    public async Task<IEnumerable<ProgressView>> Progress(CancellationToken cancellation) =>
        (await results.Progress(study, cancellation)).Laender.Select(land => new ProgressView(
            Names.Of(study.Design.Land, land.Key),
            checked((int)land.Value.Drawn),
            checked((int)land.Value.Submitted)
        ));

    [Description("What the weights of the respondents look like: live."), AllowedTo(Readers.FieldStaff), Cost(1_000)]
    public async Task<WeightDiagnosticsView?> Weights(CancellationToken cancellation) =>
        new(await results.Weights(study, caller.Audience, cancellation), Names);

    [Description(
        "An index, or one of its nodes, by reporting variables: weighted means with their uncertainty, past disclosure control. "
            + "Operators and administrators see every submission and exact figures; for everybody else companies enter in lots, at the "
            + "study's rhythm, and figures are rounded."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(1_000)]
    public async Task<TableView?> IndexTable(
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Id, Description("A dimension or an indicator of the index; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        [
            Id,
            Description("Ids of reporting variables: one of the study's tables, in any order; empty gives the total alone."),
            DefaultAstValue("[]")
        ]
            IReadOnlyList<string> by,
        [
            Description(
                "Only companies that stand under these codes, at most one for each variable. The table by the filter's variables and 'by' "
                    + "together must be one of the study's."
            ),
            DefaultAstValue("[]")
        ]
            IReadOnlyList<VariableCodeInput> filter,
        [
            Id,
            Description(
                "A level of the index: figures are then the shares of companies at it, in percent of those that have a score. For readers "
                    + "other than operators once all is shown, of the companies shown by then, and where no level has fewer than three."
            )
        ]
            string? shareAt,
        [Description(
            "Between 0 and 1, as 0.5 for the median: figures are then the scores that this share of the companies does not exceed. For "
                + "operators and administrators: a quantile is the score of a single company, or lies between two."
        )]
            double? quantile,
        [
            Description(
                "Other weights of dimensions, to try what the index would be. For readers other than operators mixed from the figures of "
                    + "the index and its dimensions that they see; the standard error is at most so large."
            ),
            DefaultAstValue("[]")
        ]
            IReadOnlyList<NodeWeightInput> weights,
        [
            Description(
                "Whether each company counts alike, or as often as it employs persons, where the study declares by what. For readers other "
                    + "than operators the latter of an index and its dimensions, in total and by one variable, of the companies shown when "
                    + "all was shown first."
            ),
            DefaultAstValue("PER_ENTERPRISE")
        ]
            Estimand estimand,
        [Description(
            "Only companies of which this is true, in the language of questionnaires over the study's filters, the persons employed and "
                + "scores, as in: ai_use == 'many' and score('total') >= 50. For operators and administrators; for others, a condition "
                + "that the study declares."
        )]
            string? where,
        [
            Id,
            Description(
                "A condition that the study declares: only companies of which it is true. For readers other than operators the index and "
                    + "its dimensions, in total and by one reporting variable, once all is shown, of the companies shown by then."
            )
        ]
            string? condition,
        CancellationToken cancellation
    )
    {
        var request = new ResultRequest
        {
            Study = study,
            Index = index,
            Node = node,
            By = by,
            Filter = [.. filter.Select(part => new VariableCode(part.Variable, part.Code))],
            ShareAt = shareAt,
            Quantile = quantile,
            Weights = [.. weights.Select(one => new NodeWeight(one.Node, one.Weight))],
            Estimand = estimand,
            Where = where,
            Condition = condition,
            Audience = caller.Audience,
        };
        return new TableView(await results.Table(request, cancellation), language, Names);
    }

    [Description(
        "The Länder beside each other: estimates, ranks with the ranks that they may have, differences of pairs and to Germany, and what "
            + "of them comes from their mix of companies."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(5_000)]
    public async Task<ComparisonView?> CompareLaender(
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Id, Description("A dimension or an indicator of the index; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        [
            Id,
            Description(
                "Ids of reporting variables by which the Länder differ in their companies; the Land and these must be one of the study's "
                    + "tables. The study's first table of the Land and one other variable where left out."
            )
        ]
            IReadOnlyList<string>? mix,
        CancellationToken cancellation
    )
    {
        return new(await results.Compare(Request(index, node), mix, cancellation), language, Names);
    }

    [Description("Where a part of the population is ahead or behind: a node of an index and those below it, beside Germany.")]
    [AllowedTo(Readers.ResultReaders), Cost(5_000)]
    public async Task<ProfileView?> Profile(
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Id, Description("A dimension or an indicator of the index; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        [Description("The part that is looked at, as a Land, a sector or a size class.")] VariableCodeInput of,
        CancellationToken cancellation
    ) => new(await results.Profile(Request(index, node), new(of.Variable, of.Code), cancellation), language, Names);

    [Description(
        "How the ranks of the Länder hang on the weights of an index, over many seeded weightings around the declared one. It says nothing "
            + "about the error of the sample."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(20_000)]
    public async Task<SensitivityView?> Sensitivity(
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Description("Weights of dimensions to begin with instead of the declared ones."), DefaultAstValue("[]")]
            IReadOnlyList<NodeWeightInput> weights,
        [Description("Weightings to try: 1 to 100000."), DefaultAstValue("10000")] int draws,
        CancellationToken cancellation
    )
    {
        var request = Request(index, ResultRequest.WholeIndex) with
        {
            Weights = [.. weights.Select(one => new NodeWeight(one.Node, one.Weight))],
        };
        return new(await results.Sensitivity(request, draws, cancellation), language, Names);
    }

    [Description(
        "Cells of the Länder by another variable from a model (Fay and Herriot), beside their direct figures, which they never replace. "
            + "Made from the figures that the reader sees anyway."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(5_000)]
    public async Task<SmallAreasView?> SmallAreas(
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Id, Description("A dimension or an indicator of the index; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        [Id, Description("The other variable, one that the frame knows, as in sector.")] string by,
        CancellationToken cancellation
    ) => new(await results.Areas(Request(index, node), by, cancellation), language, Names);

    [Description(
        "How well what stands below a node measures one thing: reliability, and how each item goes with the others. For readers other "
            + "than operators once all is shown, of the companies shown by then."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(5_000)]
    public async Task<InstrumentView?> Instrument(
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Id, Description("A node with at least two below it; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        CancellationToken cancellation
    ) => new(await results.Instrument(Request(index, node), cancellation), language, Names);

    private ResultRequest Request(string? index, string node) =>
        new()
        {
            Study = study,
            Index = index,
            Node = node,
            Audience = caller.Audience,
        };

    [Description(
        "How an index, or one of its nodes, changed from earlier waves of this study: differences that know of the companies in both, and "
            + "the later figure where the earlier one is 100. The index must have been computed by the same version of its model in all "
            + "waves; for operators that may be a version that was added to them."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(5_000)]
    public async Task<TrendView?> Trend(
        [
            Id,
            Description(
                "Ids of studies that are waves before this one, as their files name each other. The wave before this one where left out."
            )
        ]
            IReadOnlyList<string>? waves,
        [Id, Description("Its id, or id@version; the study's first index where left out.")] string? index,
        [Id, Description("A dimension or an indicator of the index; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        [Id, Description("One reporting variable that is a table of its own in all waves; the total alone where left out.")] string? by,
        CancellationToken cancellation
    )
    {
        var request = new ResultRequest
        {
            Study = study,
            Index = index,
            Node = node,
            By = by is null ? [] : [by],
            Audience = caller.Audience,
        };
        return new(await results.Trend(request, waves, cancellation), language, Names);
    }

    private CodeNames Names { get; } = new(language);
}
