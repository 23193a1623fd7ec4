using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Description("What can be read.")]
internal sealed class Query(
    Catalogue catalogue,
    StudyResults results,
    StaffOperations operating,
    FieldOperations fielding,
    ScoreExplaining explaining,
    AuthorOperations authoring,
    CompanyBenchmarks benchmarks,
    IGrainFactory grains
)
{
    [Description("All published questionnaires, every version.")]
    [AllowedTo(Readers.Everybody), ListSize(10)]
    public async Task<IReadOnlyList<QuestionnaireView>> Questionnaires(
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => [.. (await catalogue.Questionnaires(cancellation)).Select(one => new QuestionnaireView(one, language))];

    [Description("One published questionnaire; null where there is none.")]
    [AllowedTo(Readers.Everybody)]
    public async Task<QuestionnaireView?> Questionnaire(
        [Id, Description("As in pilotstudie-wirtschaft.")] string id,
        [Description("As in 1.0.0; the newest where left out.")] string? version = null,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => await catalogue.Questionnaire(id, version, cancellation) is { } found ? new QuestionnaireView(found, language) : null;

    [Description(
        "A code list shared by questionnaires and studies: land, land-group, sector, sector-group, wz2008, wz2025, size-class. "
            + "Null where there is none of that id."
    )]
    [AllowedTo(Readers.Everybody)]
    public ClassificationView? Classification(
        [Id, Description("As in land.")] string id,
        [Description("Of the labels.")] Language language = Language.German
    ) => catalogue.Classifications.Find(id) is { } found ? new ClassificationView(found, language) : null;

    [Description("All code lists that questionnaires and studies share, by id.")]
    [AllowedTo(Readers.Everybody), ListSize(10)]
    public IEnumerable<ClassificationView> Classifications([Description("Of the labels.")] Language language = Language.German) =>
        catalogue.Classifications.All.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => new ClassificationView(one, language));

    [Description(
        "Codes of a classification for a trade in everyday words, German or English, or for a number; the best first, none where nothing "
            + "fits. wz2025 means all levels of that edition."
    )]
    [AllowedTo(Readers.Everybody), ListSize(10), Cost(CodeHits.Cost)]
    public IEnumerable<ClassificationEntryView> ClassificationSearch(
        [Id, Description("As in wz2025-classes.")] string id,
        [Description("As in Elektriker, plumber, 62.01; at most 200 characters.")] string query,
        [Description("Only these levels; of the WZ 4 is a class, 5 a subclass. Classes, and a subclass where it says more, if left out.")]
            IEnumerable<int>? levels = null,
        [Description("How many at most: 1 to 50.")] int first = 10,
        [Description("Of the labels; German where there is no other.")] Language language = Language.German
    ) =>
        catalogue.Classifications.FindTree(id) is { } found
            ? CodeHits.Of(CodeHits.Over(found, levels), query, first, language)
            : throw new Refusal("CLASSIFICATION_UNKNOWN", $"There is no classification of this id. {There()}");

    [Description("All studies.")]
    [AllowedTo(Readers.Everybody), ListSize(10)]
    public async Task<IReadOnlyList<StudyView>> Studies(
        Caller caller,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => [.. (await catalogue.Studies(cancellation)).Select(one => new StudyView(one, language, caller, results))];

    [Description("One study; null where there is none.")]
    [AllowedTo(Readers.Everybody)]
    public async Task<StudyView?> Study(
        Caller caller,
        [Id, Description("As in pilot-2027.")] string id,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => await catalogue.Study(id, cancellation) is { } found ? new StudyView(found, language, caller, results) : null;

    [Description("How far a study is on its way into the field: frame, sample, and what comes next.")]
    [AllowedTo(Readers.FieldStaff), Cost(200)]
    public Task<FieldStatusView> StudyStatus(
        Caller caller,
        [Id, Description("The study.")] string study,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => fielding.Status(study, caller, language, cancellation);

    [Description(
        "What is wrong with the file of a questionnaire, as publishing it would tell: errors and warnings, none where it is good. Nothing "
            + "is stored; index models that may read its computed values are not known here."
    )]
    [AllowedTo(Readers.FieldStaff), ListSize(50), Cost(1_000)]
    public IEnumerable<AuthorProblemView> CheckQuestionnaire([Description("The text of the file.")] string questionnaire) =>
        PublicationDoor
            .Questionnaire(questionnaire, "questionnaire.yaml", catalogue.Classifications)
            .Problems.Select(problem => new AuthorProblemView(problem));

    [Description("What the codes mean that checking reports, by area, and what to do.")]
    [AllowedTo(Readers.FieldStaff), ListSize(100)]
    public static IEnumerable<ProblemCodeView> ProblemCodes(
        [Description("Only this one, as in unknown-key; all of them where left out. Empty where there is none.")] string? code = null
    ) => ProblemCatalogue.All.Where(one => code is null || one.Code == code).Select(one => new ProblemCodeView(one));

    [Description(
        "What each variable of a questionnaire is (labels, codes, missing codes, who is asked), as CSV: 'questionnaire codebook' with a "
            + "text in place of a file."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(10_000)]
    public MakeFilePayload QuestionnaireCodebook([Description("The text of the file.")] string questionnaire) =>
        authoring.Codebook(questionnaire);

    [Description("A questionnaire to be printed and filled in by hand: one HTML file without script, with the routing in words.")]
    [AllowedTo(Readers.FieldStaff), Cost(10_000)]
    public MakeFilePayload QuestionnairePaper(
        [Description("The text of the file.")] string questionnaire,
        [Description("Of the paper; a questionnaire without texts in it is printed in its own.")] Language language = Language.German
    ) => authoring.Paper(questionnaire, language);

    [Description("Who is asked what: sections and questions in order, with an arrow from each question to what it decides, as SVG.")]
    [AllowedTo(Readers.FieldStaff), Cost(10_000)]
    public MakeFilePayload QuestionnaireRouting(
        [Description("The text of the file.")] string questionnaire,
        [Description("Of the picture; a questionnaire without texts in it is drawn in its own.")] Language language = Language.German
    ) => authoring.Routing(questionnaire, language);

    [Description("Pages, questions, answers, words and minutes of the ways through a questionnaire.")]
    [AllowedTo(Readers.FieldStaff), Cost(10_000)]
    public BurdenPayload QuestionnaireBurden(
        [Description("The text of the file.")] string questionnaire,
        [Description("Texts as in tests/*.yaml, whose made-up respondents are counted, too: at most 20, with 500 respondents in all.")]
            IReadOnlyList<string>? tests = null,
        [Description("Texts of index models that the tests name, the one beside the questionnaire first; at most 20.")]
            IReadOnlyList<string>? indices = null,
        [Description("Whose words are counted.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => authoring.Burdens(questionnaire, new(tests ?? [], indices ?? []), language, cancellation);

    [Description("Runs an author's made-up respondents: these answers lead to these questions, checks and scores. No study is needed.")]
    [AllowedTo(Readers.FieldStaff), Cost(10_000)]
    public TestPayload TestQuestionnaire(
        [Description("The text of the file.")] string questionnaire,
        [Description("Texts as in tests/*.yaml: at most 20, with 500 respondents in all.")] IReadOnlyList<string> tests,
        [Description("Texts of index models that the tests name, the one beside the questionnaire first; at most 20.")]
            IReadOnlyList<string>? indices = null,
        CancellationToken cancellation = default
    ) => authoring.Test(questionnaire, new(tests, indices ?? []), cancellation);

    [Description(
        "Each change between two versions of a questionnaire: whether begun responses go over to the later one, whether results stay "
            + "comparable, and which number it needs."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(2_000)]
    public ComparePayload CompareQuestionnaires(
        [Description("The text of the earlier version's file.")] string before,
        [Description("The text of the later version's file.")] string after
    ) => authoring.Compare(before, after);

    [Description("The score of a made-up respondent with what each value gave: against a published index model, without any company.")]
    [AllowedTo(Readers.FieldStaff), Cost(500)]
    public Task<ExplainScorePayload> ExplainScore(
        [Id, Description("The study whose questionnaire and index models are meant.")] string study,
        [Description("What the made-up respondent says, each variable once; what is left out is unanswered.")]
            IReadOnlyList<AnswerInput> answers,
        [Id, Description("The study's first index where left out.")] string? index = null,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => explaining.Explain(study, index, answers, language, cancellation);

    [Description("The tokens of people who work with results, also those that have ended; the newest first.")]
    [AllowedTo(Readers.Administrator), ListSize(100)]
    public Task<IReadOnlyList<TokenView>> Tokens(CancellationToken cancellation = default) => operating.Tokens(cancellation);

    [Description("What operators and administrators did and looked at, and who signed in to read results; the oldest first.")]
    [AllowedTo(Readers.Administrator), ListSize(100)]
    public Task<IReadOnlyList<AuditEntryView>> AuditLog(
        [Description("How many entries at most: 1 to 100.")] int first = 100,
        [Description("Only entries after this number.")] int after = 0,
        CancellationToken cancellation = default
    ) => operating.AuditLog(first, after, cancellation);

    [Description("The company's own response.")]
    [AllowedTo(Readers.Company)]
    public async Task<ResponseView> Response(
        Caller caller,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    )
    {
        var state = await grains.GetGrain<IResponseGrain>(caller.Company.Response).Read();
        return new ResponseView(await CompanyResponse.Of(state, catalogue, cancellation), language, benchmarks);
    }

    [Description("What stands between the company's saved answers and their submission.")]
    [AllowedTo(Readers.Company)]
    public async Task<CheckView> CheckResponse(
        Caller caller,
        [Description("Of the messages.")] Language language = Language.German,
        CancellationToken cancellation = default
    )
    {
        var state = await grains.GetGrain<IResponseGrain>(caller.Company.Response).Read();
        return new CheckView(await CompanyResponse.Of(state, catalogue, cancellation), language);
    }

    private string There() =>
        $"There are: {string.Join(", ", catalogue.Classifications.All.Select(one => one.Id).Order(StringComparer.Ordinal))}.";
}
