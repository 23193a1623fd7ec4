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
            ? CodeHits.Of(levels is null ? CodeSearch.OverClasses(found) : CodeSearch.Over(found, levels), query, first, language)
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
        return new ResponseView(await CompanyResponse.Of(state, catalogue, cancellation), language);
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
