using Dmk.Maturity.Grains;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What the author's commands do, with texts that are sent instead of files. Nothing but what is published is stored, and no
/// company's answers are read.</summary>
internal sealed class AuthorOperations(Catalogue catalogue, FieldWork fieldWork, AuditLog audit)
{
    private const string QuestionnaireName = "questionnaire.yaml";
    private const string IndexName = "index.yaml";

    /// <summary>Index models, or texts with made-up respondents, in one request.</summary>
    private const int MostTexts = 20;

    /// <summary>Made-up respondents in one request; the pilot study has nine.</summary>
    private const int MostRespondents = 500;

    public MakeFilePayload Codebook(string yaml) =>
        Made(yaml, one => DefinitionFileView.Of($"{one.Id}-codebook.csv", "text/csv", null, new Codebook(one).Write()));

    public MakeFilePayload Paper(string yaml, Language wanted) =>
        Made(
            yaml,
            one =>
            {
                var language = Spoken(one, wanted);
                return DefinitionFileView.Of(Named(one, language, "html"), "text/html", language, new PaperForm(one, language).Write());
            }
        );

    public MakeFilePayload Routing(string yaml, Language wanted) =>
        Made(
            yaml,
            one =>
            {
                var language = Spoken(one, wanted);
                return DefinitionFileView.Of(
                    Named(one, language, "svg"),
                    "image/svg+xml",
                    language,
                    new RoutingPicture(one, language).Write()
                );
            }
        );

    public BurdenPayload Burdens(string yaml, Scripts scripts, Language language, CancellationToken cancellation)
    {
        var reading = Form(yaml, scripts.Indices);
        if (reading.Value is not { } form)
        {
            return new([], Views(reading.Problems));
        }

        var respondents = Respondents(form, scripts.Tests);
        Problem[] errors = [.. respondents.SelectMany(one => one.Problems).Where(IsError)];
        if (errors.Length > 0)
        {
            return new([], Views(errors));
        }

        var asked = form.Questionnaire;
        List<BurdenView> paths = [new(Burden.Least(asked, language)), new(Burden.Most(asked, language))];
        foreach (var one in respondents.SelectMany(read => read.Value ?? []))
        {
            cancellation.ThrowIfCancellationRequested();
            paths.Add(new(Burden.Of(one.Name, Interview.Of(asked, one.Answers), language)));
        }

        return new(paths, []);
    }

    public TestPayload Test(string yaml, Scripts scripts, CancellationToken cancellation)
    {
        var reading = Form(yaml, scripts.Indices);
        if (reading.Value is not { } form)
        {
            return new(0, 0, [], Views(reading.Problems));
        }

        var respondents = Respondents(form, scripts.Tests);
        var failures = new List<TestFailure>();
        var (passed, failed) = (0, 0);
        foreach (var one in respondents.SelectMany(read => read.Value ?? []))
        {
            cancellation.ThrowIfCancellationRequested();
            var told = one.Test(form.Questionnaire);
            failures.AddRange(told);
            (passed, failed) = told.Count == 0 ? (passed + 1, failed) : (passed, failed + 1);
        }

        return new(
            passed,
            failed,
            [.. failures.Select(one => new TestFailureView(one))],
            Views(respondents.SelectMany(one => one.Problems))
        );
    }

    public ComparePayload Compare(string earlier, string later)
    {
        var before = Read(earlier, "before.yaml");
        var after = Read(later, "after.yaml");
        if (before.Value is not { } from || after.Value is not { } to)
        {
            return new() { Problems = Views(before.Problems.Concat(after.Problems).Where(IsError)) };
        }

        var diff = QuestionnaireDiff.Of(from, to);
        return ComparePayload.Of(diff, diff.NumberProblem("after.yaml"));
    }

    public async Task<PublishQuestionnairePayload> Publish(string yaml, Caller caller, Language language, CancellationToken cancellation)
    {
        try
        {
            var published = await audit.Around(
                new(Actor.Of(caller.Audience), "questionnaire.publish", null, null),
                () => fieldWork.Publish(yaml, cancellation),
                done => $"{done.Id} {done.Version}"
            );
            return new(new QuestionnaireView(published, language), []);
        }
        catch (PublicationException refused)
        {
            return new(null, Views(refused.Problems));
        }
    }

    private MakeFilePayload Made(string yaml, Func<Questionnaire, DefinitionFileView> make)
    {
        var reading = Read(yaml, QuestionnaireName);
        return reading.Value is { } questionnaire ? new(make(questionnaire), []) : new(null, Views(reading.Problems.Where(IsError)));
    }

    /// <summary>As publication reads it, so that what it refuses is refused here.</summary>
    private Parsed<Questionnaire> Read(string yaml, string name) => PublicationDoor.Questionnaire(yaml, name, catalogue.Classifications);

    /// <returns>No value where there is an error; the first index model is the one beside the questionnaire.</returns>
    private Parsed<TestedForm> Form(string yaml, IReadOnlyList<string> indices)
    {
        Refuse(indices, "indices");
        var reading = Read(yaml, QuestionnaireName);
        if (reading.Value is not { } questionnaire)
        {
            return new(null, [.. reading.Problems.Where(IsError)]);
        }

        Parsed<IndexModel>[] models = [.. indices.Select((one, place) => IndexModel.Parse(one, Named(IndexName, place), questionnaire))];
        Problem[] errors = [.. models.SelectMany(model => model.Problems).Where(IsError)];
        return errors.Length > 0
            ? new(null, errors)
            : new(new(questionnaire, [.. models.Select(model => model.Value!)], models.Length > 0 ? models[0].Value : null), []);
    }

    /// <exception cref="Refusal">There are too many.</exception>
    private static Parsed<IReadOnlyList<Respondent>>[] Respondents(TestedForm form, IReadOnlyList<string> tests)
    {
        Refuse(tests, "tests");
        Parsed<IReadOnlyList<Respondent>>[] read =
        [
            .. tests.Select((yaml, place) => RespondentReader.Parse(yaml, FormattableString.Invariant($"tests/{place + 1}.yaml"), form)),
        ];
        var count = read.Sum(one => one.Value?.Count ?? 0);
        return count <= MostRespondents
            ? read
            : throw Refusal.TooMuch(
                "TOO_MANY_RESPONDENTS",
                $"There are {count} made-up respondents; {MostRespondents} are run in one request. Send the others in further requests.",
                count,
                MostRespondents
            );
    }

    private static void Refuse(IReadOnlyList<string> texts, string argument)
    {
        if (texts.Count > MostTexts)
        {
            throw new Refusal("INVALID_ARGUMENT", $"'{argument}' takes at most {MostTexts} texts, not {texts.Count}.");
        }
    }

    private static string Named(string file, int place) => place == 0 ? file : FormattableString.Invariant($"{place + 1}/{file}");

    /// <summary>What the questionnaire has no texts in is made in the language that it has.</summary>
    private static Language Spoken(Questionnaire questionnaire, Language wanted) =>
        questionnaire.Languages.Contains(wanted) ? wanted : questionnaire.Languages[0];

    private static string Named(Questionnaire questionnaire, Language language, string ending) =>
        $"{questionnaire.Id}-{(language == Language.German ? "de" : "en")}.{ending}";

    private static bool IsError(Problem problem) => problem.Severity == Severity.Error;

    private static AuthorProblemView[] Views(IEnumerable<Problem> problems) => [.. problems.Select(one => new AuthorProblemView(one))];
}
