using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Response"), Description("A company's response as it stands.")]
internal sealed class ResponseView(CompanyResponse response, Language language, CompanyBenchmarks benchmarks)
{
    [Id, Description("The study it belongs to.")]
    public string StudyId => response.State.StudyId;

    [Description("Where it stands in its life.")]
    public ResponseStatus Status => response.State.Status;

    [Description("Grows with every save; 0 before the first. Send it back as baseRevision.")]
    public int Revision => checked((int)response.State.Revision);

    [Description("Whether the study takes answers now.")]
    public bool FieldIsOpen => response.State.FieldIsOpen;

    [Description("All that was answered, by variable. A value off the path is kept until submission, and counts nowhere."), ListSize(150)]
    public IEnumerable<AnswerView> Answers =>
        from pair in response.State.Answers.All
        where !Fact.Is(pair.Key)
        select new AnswerView(pair.Key, pair.Value);

    [Description("Proof of the submission; null before it.")]
    public ReceiptView? Receipt => response.State.Receipt is { } receipt ? new ReceiptView(receipt) : null;

    [Description(
        "The company's own scores beside those of its peers, in coarse steps; null before it has submitted. Told to the company alone."
    )]
    [Cost(1000)]
    public async Task<BenchmarkView?> Benchmark(
        [Id, Description("The study's first index where left out.")] string? index = null,
        CancellationToken cancellation = default
    ) => await benchmarks.Of(response.Study, response.State, index, cancellation) is { } found ? new BenchmarkView(found, language) : null;

    [Description("The questionnaire that it answers.")]
    public QuestionnaireView Questionnaire => new(response.Questionnaire, language);

    [Description("How much of what is asked has been answered.")]
    public AnsweredView Progress => AnsweredView.Of(response.Interview, null);

    [Description("Which sections and questions are on the path now, in order."), ListSize(15)]
    public IEnumerable<SectionStateView> Sections =>
        response.Questionnaire.Sections.Select(section => new SectionStateView(section, response, language));

    [Description(
        "Codes that a question of type CODE_SEARCH lets the company choose, for a trade in everyday words or for a number; the best first, "
            + "none where nothing fits."
    )]
    [ListSize(10), Cost(CodeHits.Cost)]
    public IEnumerable<ClassificationEntryView> CodeSearch(
        [Id, Description("The question, as in the questionnaire.")] string question,
        [Description("As in Elektriker, plumber, 62.01; at most 200 characters.")] string query,
        [Description("How many at most: 1 to 50.")] int first = 10
    ) =>
        response.Questionnaire.Question(question) is Question.CodeSearch search
            ? CodeHits.Of(Dmk.Maturity.Questionnaires.CodeSearch.For(search), query, first, language)
            : throw new Refusal(
                "QUESTION_UNKNOWN",
                "There is no question of type CODE_SEARCH with this id. See sections { questions { id } }."
            );
}
