using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Description(
    "What can be changed. A person's mistake is data in the payload, with words that say what to do; errors are for wrong requests."
)]
internal sealed class Mutation(
    Entrance entrance,
    ResponseOperations responding,
    StaffOperations operating,
    FieldOperations fielding,
    AuthorOperations authoring
)
{
    [Description(
        "A company comes in with its access code. The session token that it gets goes into the header 'Authorization: Bearer TOKEN'."
    )]
    [AllowedTo(Readers.Everybody), Cost(100)]
    public async Task<EnterCodePayload> EnterCode(
        Caller caller,
        [Description("As on the invitation; blanks, hyphens and lower case do not matter.")] string code,
        [Description("Of the message.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => EnterCodePayload.Of(await entrance.Enter(code, caller.Network, cancellation), language);

    [Description("Ends the company's session: its token is of no more use.")]
    [AllowedTo(Readers.Company), Cost(100)]
    public async Task<bool> Leave(Caller caller, CancellationToken cancellation)
    {
        await entrance.Leave(caller.SessionToken!, cancellation);
        return true;
    }

    [Description("Saves answers made against a revision, all of them or none. What others have changed since, in other variables, stays.")]
    [AllowedTo(Readers.Company), Cost(100)]
    public Task<SaveAnswersPayload> SaveAnswers(
        Caller caller,
        [Description("The revision that the company saw when it answered.")] int baseRevision,
        [Description("Only what changed, each variable once.")] IReadOnlyList<AnswerInput> answers,
        [Description("Of the messages.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => responding.Save(caller.Company, baseRevision, answers, language, cancellation);

    [Description("Submits the response, once. Sent again with the same key it gives the same receipt.")]
    [AllowedTo(Readers.Company), Cost(100)]
    public Task<SubmitResponsePayload> SubmitResponse(
        Caller caller,
        [Id, Description("Chosen by the sender, anew for every submission, the same when it is sent again; 1 to 100 characters.")]
            string idempotencyKey,
        [Description(
            "The revision that was looked at: when others have saved since, nothing is submitted (OUTDATED). It may be left out "
                + "where nobody has saved anything yet (else UNKNOWN_REVISION)."
        )]
            int? baseRevision = null,
        [Description("Answers to save in the same step, each variable once.")] IReadOnlyList<AnswerInput>? answers = null,
        [Description("Soft checks that the company confirms.")] IReadOnlyList<ConfirmationInput>? confirmations = null,
        [Description("Of the messages.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => responding.Submit(caller.Company, baseRevision, idempotencyKey, answers ?? [], confirmations ?? [], language, cancellation);

    [Description(
        "Freezes a questionnaire version under its number and content hash, for good. The same content again changes nothing; other "
            + "content needs a higher number."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(1_000)]
    public Task<PublishQuestionnairePayload> PublishQuestionnaire(
        Caller caller,
        [Description("The text of the questionnaire's file.")] string questionnaire,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => authoring.Publish(questionnaire, caller, language, cancellation);

    [Description("Publishes a study with its questionnaire and index models, for good. The same content again changes nothing.")]
    [AllowedTo(Readers.FieldStaff), Cost(1_000)]
    public Task<PublishStudyPayload> PublishStudy(
        Caller caller,
        [Description("The text of study.yaml.")] string study,
        [Description("The text of the questionnaire that it names.")] string questionnaire,
        [Description("The texts of the index models that it names.")] IReadOnlyList<string> indices,
        [Description("Whether its companies are going to be made up; every page and result says so.")] bool synthetic = false,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) =>
        fielding.Publish(
            new(questionnaire, indices, study, [], synthetic ? Origin.Synthetic : Origin.Real),
            caller,
            language,
            cancellation
        );

    [Description(
        "Takes the frame of a study, all of it or nothing, in one piece or in numbered parts that take effect with the last. Until the "
            + "sample is drawn a further frame replaces it. Frames of more than 8 MiB are imported with the command."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(2_000)]
    public Task<ImportFramePayload> ImportFrame(
        Caller caller,
        [Id, Description("The study.")] string study,
        [Description("The text of the CSV file, or of this part of it; parts are put together as they are.")] string csv,
        [Description("Number of this part, from 1. Part 1 begins anew; the others follow within an hour.")] int part = 1,
        [Description("How many parts there are: 1 to 200.")] int of = 1,
        [Description("Name of the file, as it is recorded.")] string file = "frame.csv",
        [Description("Looks through the frame and stores nothing.")] bool dryRun = false,
        CancellationToken cancellation = default
    ) => fielding.Import(study, new(csv, part, of, file, dryRun), caller, cancellation);

    [Description("Draws the sample of a study from its frame, once: in each stratum by chance without replacement.")]
    [AllowedTo(Readers.FieldStaff), Cost(2_000)]
    public Task<DrawSamplePayload> DrawSample(
        Caller caller,
        [Id, Description("The study.")] string study,
        [Description("The text of the file that says how many are drawn of each stratum, as in 'method: census'.")] string allocation,
        [Description("The same frame, allocation and seed give the same sample; without it one is drawn.")] int? seed = null,
        [Description("Shows the allocation; nobody is drawn.")] bool dryRun = false,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => fielding.Draw(study, allocation, seed, dryRun ? SampleRun.Dry : SampleRun.Real, caller, language, cancellation);

    [Description("Opens a study: its companies can answer from now on. Without a sample it is refused (NO_SAMPLE).")]
    [AllowedTo(Readers.FieldStaff), Cost(100)]
    public Task<StudyView> OpenStudy(
        Caller caller,
        [Id, Description("The study.")] string id,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => operating.Open(id, caller, language, cancellation);

    [Description("Closes a study: no more answers are taken.")]
    [AllowedTo(Readers.FieldStaff), Cost(100)]
    public Task<StudyView> CloseStudy(
        Caller caller,
        [Id, Description("The study.")] string id,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => operating.Close(id, caller, language, cancellation);

    [Description(
        "Lets readers see all answers now that may be seen, instead of waiting for the study's rhythm. Every state divides the companies "
            + "into further lots, so many states withhold more."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(10_000)]
    public Task<ShowResultsPayload> ShowResults(
        Caller caller,
        [Id, Description("The study.")] string id,
        CancellationToken cancellation = default
    ) => operating.Show(id, caller, cancellation);

    [Description(
        "Publishes a further version of its questionnaire into a study. Responses that have not been begun are asked it from "
            + "now on; begun ones go over to it where the changes let them."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(1_000)]
    public Task<ReviseStudyPayload> ReviseStudy(
        Caller caller,
        [Id, Description("The study.")] string id,
        [Description("The text of the questionnaire's file.")] string questionnaire,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => operating.Revise(id, questionnaire, caller, language, cancellation);

    [Description(
        "Adds an index model to a study: a new version of one of its own, or one more. Responses collected so far are scored under it in "
            + "the background (addedIndices of the study tells how far), and those that come as they come."
    )]
    [AllowedTo(Readers.FieldStaff), Cost(1_000)]
    public Task<AddIndexPayload> AddIndex(
        Caller caller,
        [Id, Description("The study.")] string id,
        [Description("The text of the index model's file.")] string index,
        [Description("Of the texts.")] Language language = Language.German,
        CancellationToken cancellation = default
    ) => operating.AddIndex(id, index, caller, language, cancellation);

    [Description("Creates a token for a person who works with results.")]
    [AllowedTo(Readers.Administrator), Cost(100)]
    public Task<CreateTokenPayload> CreateToken(
        Caller caller,
        [Description("What the person may be.")] Role role,
        [Description("What the token is for, as shown in logs; no person's name. 1 to 100 characters.")] string name,
        [Description("For ministries, and only for them: the code of their Land.")] string? land = null,
        [Description("How long it is good for: 1 to 400 days.")] int days = 90,
        CancellationToken cancellation = default
    ) => operating.CreateToken(role, name, land, days, caller, cancellation);

    [Description("Ends a token: from now on it opens nothing, and whoever signed in with it is signed out. Done again it changes nothing.")]
    [AllowedTo(Readers.Administrator), Cost(100)]
    public Task<TokenView> RevokeToken(
        Caller caller,
        [Id, Description("As in tokens.")] string id,
        CancellationToken cancellation = default
    ) => operating.RevokeToken(id, caller, cancellation);
}
