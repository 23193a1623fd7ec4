using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Study"), Description("A survey of companies: a questionnaire, a population, a sample, and the indices made from its answers.")]
internal sealed class StudyView(Study study, Language language, Caller caller, Results results)
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

    [Description("The tables that can be asked for: each a set of reporting variables. The total needs no entry."), ListSize(8)]
    public IReadOnlyList<IReadOnlyList<ReportingVariable>> Tables => study.Design.Lattice;

    [Description("The strata of the frame with the companies in them and those drawn."), AllowedTo(Readers.FieldStaff), ListSize(1000)]
    public IEnumerable<StratumView> Strata => study.Frame.Select(stratum => new StratumView(stratum, Names));

    [Description("How many of the drawn companies have submitted, by Land: live."), AllowedTo(Readers.FieldStaff), ListSize(16), Cost(200)]
    public async Task<IEnumerable<ProgressView>> Progress(CancellationToken cancellation) =>
        (await results.Progress(study, cancellation)).Select(land => new ProgressView(
            Names.Of(ReportingVariable.Land, land.Key),
            checked((int)land.Value.Drawn),
            checked((int)land.Value.Submitted)
        ));

    [Description(
        "An index, or one of its nodes, by reporting variables: weighted means with their uncertainty, past disclosure control. "
            + "Operators and administrators see every submission; for everybody else a cell changes only after three further respondents."
    )]
    [AllowedTo(Readers.ResultReaders), Cost(1_000)]
    public async Task<TableView?> IndexTable(
        [Id, Description("The study's first index where left out.")] string? index,
        [Id, Description("A dimension or an indicator of the index; total is the index itself."), DefaultAstValue("\"total\"")] string node,
        [Description("One of the study's tables, in any order; empty gives the total alone."), DefaultAstValue("[]")]
            IReadOnlyList<ReportingVariable> by,
        CancellationToken cancellation
    )
    {
        var choice = IndexChoice.Of(study, index, node, by);
        var table = await results.IndexTable(study, choice.Model.Id, choice.Node.Id, choice.By, caller.Audience, cancellation);
        return new TableView(table, language, Names);
    }

    private CodeNames Names { get; } = new(study.Design, language);
}
