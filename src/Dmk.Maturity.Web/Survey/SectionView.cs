using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>A section as its page shows it: the questions on the path, what stands in their fields, what is wrong.</summary>
/// <param name="Number">Its place among the sections on the path, from 1; 0 where it has left the path.</param>
/// <param name="Before">The answers that the fields were filled with, in their canonical form: what the form sends back is compared with
/// them.</param>
/// <param name="Seen">Problems that the page shows, to be passed at the second attempt: only submission insists.</param>
public sealed record SectionView(
    Section Section,
    int Number,
    IReadOnlyList<Question> Questions,
    FieldValues Values,
    string Before,
    IReadOnlyList<AnswerProblem> Problems,
    string Seen
)
{
    private static readonly ILookup<AnswerProblem, OtherQuestion> _none = Lookup([]);

    /// <summary>Of the stored answers that the page began with: changes are made against it. Where a page comes back, that is when the
    /// person first saw it, so that what others have stored since is found.</summary>
    public long Revision { get; init; }

    /// <summary>What the page says above its questions.</summary>
    public SectionNote Note { get; init; }

    /// <summary>The page that the person came from to correct something, see <see cref="CameFrom"/>.</summary>
    public string From { get; init; } = "";

    /// <summary>The other questions that the problems depend on.</summary>
    public ILookup<AnswerProblem, OtherQuestion> Others { get; init; } = _none;

    /// <summary>The questionnaire as the company is shown it.</summary>
    public required Showing Showing { get; init; }

    /// <summary>Some of its questions have parts that add up to a total.</summary>
    public bool HasSum => Questions.Any(HasSumIn);

    private static bool HasSumIn(Question question) =>
        question is Question.SumGroup || (question is Question.Roster roster && roster.Questions.Any(HasSumIn));

    /// <summary>Variables of its questions without a field: rows that are not asked, words behind options that are not offered.</summary>
    public string Hidden =>
        string.Join(
            ' ',
            VariablesOf(Showing.Interview.Questionnaire, Questions, Inner)
                .Where(variable => variable.Part is not null || variable.Specify is not null)
                .Where(variable => !HasField(variable))
                .Select(variable => variable.Id)
        );

    private bool HasField(Variable variable) =>
        (variable.Part is not { } part || Showing.Interview.RowsOf(variable.Question, variable.Item).Any(row => row.Id == part.Id))
        && (
            variable.Specify is not { } option
            || Showing.Interview.OptionsOf(variable.Question, variable.Item).Any(offered => offered.Code == option.Code)
        );

    /// <summary>Questions of the items of its rosters, as in <c>sites[k3f9x2].persons</c>.</summary>
    public IReadOnlyList<string> Inner { get; init; } = [];

    /// <summary>The item that the person is asked about whether it is to go, or null.</summary>
    public string? Removing { get; init; }

    /// <summary>The variable whose codes were searched just now, or null.</summary>
    public string? Searched { get; init; }

    /// <summary>Information that the stored answers have called up.</summary>
    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>The section with what is stored.</summary>
    public static SectionView Of(Visit visit, Section section, Language language) => Of(visit, section, AskedIn(visit, section), language);

    private static SectionView Of(Visit visit, Section section, IReadOnlyList<Question> questions, Language language)
    {
        var inner = InnerOf(visit, questions);
        var variables = VariablesOf(visit.Questionnaire, questions, inner);
        var stored = Stored(visit, variables);
        var hints = Hint.In(visit.Showing, section);
        var seen = string.Join(' ', hints.Select(hint => hint.Seen));
        return new(section, NumberOf(visit, section), questions, FieldValues.Of(variables, stored, language), Text(stored), [], seen)
        {
            Revision = visit.State.Revision,
            Hints = hints,
            Inner = inner,
            Showing = visit.Showing,
        };
    }

    /// <summary>The section with what is stored, and in the fields that could not be read what was typed, against what stood there
    /// before.</summary>
    public static SectionView Wrong(Visit visit, Section section, PostedSection posted, PostedAnswers read, Language language)
    {
        var unread = read.Unread;
        var elsewhere = posted.Questions.Where(question => visit.Interview.IsAsked(question) && unread.Any(IsOf(question)));
        IReadOnlyList<Question> questions = [.. AskedIn(visit, section).Union(elsewhere)];
        var stored = Of(visit, section, questions, language);
        return stored with
        {
            Values = posted.Values.Over(stored.Values, WithReasons(visit, unread)).WithSearches(posted.Values),
            Before = Text(
                Stored(visit, VariablesOf(visit.Questionnaire, questions, stored.Inner))
                    .With(unread.Select(id => KeyValuePair.Create(id, posted.Before[id])))
            ),
            Revision = posted.Revision,
            Problems = [.. read.Problems.Select(problem => problem with { Message = KeptValue.After(problem, unread, visit) })],
            Seen = $"{stored.Seen} {SeenOf(read.Problems, posted.Values)}".Trim(),
            Searched = posted.Searched,
            Removing = posted.Removing,
            Note = read.Problems.Count > 0 ? SectionNote.PartlyStored : SectionNote.Nothing,
            From = posted.From,
        };
    }

    /// <summary>The section as it was typed, with all questions that it then had; nothing of it is stored.</summary>
    public static SectionView Unsent(Visit visit, Section section, PostedSection posted, Language language)
    {
        IReadOnlyList<Question> questions =
        [
            .. visit.Showing.OrderOf(section).Where(question => visit.Interview.IsAsked(question) || posted.Questions.Contains(question)),
            .. posted.Questions.Except(section.Questions),
        ];
        var stored = Of(visit, section, questions, language);
        var sent = VariablesOf(visit.Questionnaire, posted.Questions, posted.Inner)
            .Select(variable => variable.Id)
            .ToHashSet(StringComparer.Ordinal);
        return stored with
        {
            Values = posted.Values.Over(stored.Values, WithReasons(visit, sent)).WithSearches(posted.Values),
            Before = Text(
                Stored(visit, VariablesOf(visit.Questionnaire, questions, stored.Inner))
                    .With(sent.Select(id => KeyValuePair.Create(id, posted.Before[id])))
            ),
            Revision = posted.Revision,
            Note = SectionNote.FormExpired,
            From = posted.From,
        };
    }

    /// <summary>The section with what is wrong in the stored answers.</summary>
    public SectionView WithStoredProblems(Visit visit)
    {
        var found = StoredProblems(visit, Section);
        IReadOnlyList<AnswerProblem> problems = [.. found.Select(one => one.Problem)];
        return problems.Count == 0
            ? this
            : this with
            {
                Problems = problems,
                Others = Lookup(found),
                Seen = $"{Seen} {SeenOf(problems, Values)}".Trim(),
                Note = SectionNote.StoredButWrong,
            };
    }

    /// <summary>One of its questions.</summary>
    public QuestionView Of(Question question, Visit visit, Language language) =>
        QuestionView.Of(question, visit.Showing, Values, Problems, language) with
        {
            Removing = Removing,
            IsPrefilled = visit.Prefilled[question.Id] is var known and not Answer.Missing && visit.State.Answers[question.Id] == known,
        };

    /// <summary>What the form showed: ids of questions.</summary>
    public string Shown => string.Join(' ', Questions.Select(question => question.Id).Concat(Inner));

    public static IReadOnlyList<Question> AskedIn(Visit visit, Section section) => visit.Showing.QuestionsOf(section);

    /// <param name="inner">Questions of the items of rosters.</param>
    public static IReadOnlyList<Variable> VariablesOf(
        Questionnaire questionnaire,
        IReadOnlyList<Question> questions,
        IReadOnlyList<string> inner
    )
    {
        var within = inner
            .Select(id => VariablesWithin(questionnaire, id))
            .SelectMany(variables => variables)
            .ToLookup(one => one.Roster!.Id);
        return
        [
            .. questionnaire
                .Variables.Where(variable => questions.Contains(variable.Question))
                .SelectMany(variable => within[variable.Id].Prepend(variable)),
        ];
    }

    /// <summary>The variables of a question of an item, as in <c>sites[k3f9x2].skills</c>; none where there is no such question.</summary>
    private static IEnumerable<Variable> VariablesWithin(Questionnaire questionnaire, string question) =>
        ItemId.TrySplit(question, out var roster, out var item, out var inner)
        && questionnaire.Question(roster.ToString()) is Question.Roster known
            ? Within(questionnaire, known, item.ToString(), inner.ToString())
            : [];

    private static IEnumerable<Variable> Within(Questionnaire questionnaire, Question.Roster roster, string item, string question) =>
        questionnaire
            .VariablesOf(roster)
            .Where(variable => variable.Question.Id == question)
            .Select(variable => questionnaire.Variable(ItemId.Variable(roster.Id, item, variable.Id))!);

    private static IReadOnlyList<string> InnerOf(Visit visit, IReadOnlyList<Question> questions) =>
        [
            .. from roster in questions.OfType<Question.Roster>()
            from item in visit.Interview.ItemsOf(roster)
            from question in roster.Questions
            where question is not Question.Note && visit.Interview.IsAsked(question, item)
            select ItemId.Variable(roster.Id, item, question.Id),
        ];

    /// <summary>Mistakes in the stored answers of this section, with the other questions that they depend on: sums, bounds over several
    /// answers, hard checks. What is only open is for the last page.</summary>
    private static IReadOnlyList<(AnswerProblem Problem, IReadOnlyList<OtherQuestion> Others)> StoredProblems(Visit visit, Section section)
    {
        var own = visit
            .Questionnaire.Variables.Where(variable => variable.Section == section)
            .Select(variable => variable.Id)
            .Concat(section.Questions.Select(question => question.Id))
            .ToHashSet(StringComparer.Ordinal);
        var mistakes =
            from problem in visit.Interview.Problems
            where problem.Code != "required" && section.Questions.Any(question => CheckPlace.IsOf(problem.Variable, question.Id))
            select (problem, CheckPlace.Others(visit.Showing, problem));
        var checks =
            from fired in visit.Fired
            where fired.Check.Level == CheckLevel.Hard
            let place = CheckPlace.On(visit.Interview, fired, own)
            where place is not null
            select (
                new AnswerProblem(place, "check:" + fired.Check.Id, visit.Showing.Message(fired)),
                CheckPlace.Others(visit.Showing, fired, place)
            );
        IReadOnlyList<OtherQuestion> none = [];
        return
        [
            .. mistakes,
            .. checks,
            .. WordsWithoutTick(visit, section).Concat(NotOffered.OnPage(section, visit.Showing)).Select(problem => (problem, none)),
        ];
    }

    private static ILookup<AnswerProblem, OtherQuestion> Lookup(
        IReadOnlyList<(AnswerProblem Problem, IReadOnlyList<OtherQuestion> Others)> found
    ) => found.SelectMany(one => one.Others.Select(other => (one.Problem, other))).ToLookup(one => one.Problem, one => one.other);

    /// <summary>"Other, please specify" that was specified and not chosen: the words are kept, and the person is asked.</summary>
    private static IEnumerable<AnswerProblem> WordsWithoutTick(Visit visit, Section section) =>
        from question in AskedIn(visit, section)
        from option in question.Choices
        let words = $"{question.Id}.{option.Code}"
        where option.AsksToSpecify && visit.State.Answers[words] is Answer.Words
        where visit.Interview.OptionsOf(question).Any(offered => offered.Code == option.Code)
        let choices = question.Parts.Count == 0 ? [question.Id] : question.Parts.Select(part => $"{question.Id}.{part.Id}")
        where !choices.Any(choice => IsChosen(visit.State.Answers[choice], option.Code))
        select new AnswerProblem(words, "specifyWithoutTick", FieldWords.SpecifyWithoutTick(visit.Showing.Say(option.Label)));

    private static bool IsChosen(Answer answer, string code) =>
        (answer is Answer.Coded one && one.Code == code) || (answer is Answer.CodedSet several && several.Codes.Contains(code));

    /// <summary>Problems by what stands in their fields: another value there is another problem.</summary>
    public static string SeenOf(IEnumerable<AnswerProblem> problems, FieldValues values) =>
        string.Join(' ', problems.Select(problem => SeenOf(problem, values)));

    public static string SeenOf(AnswerProblem problem, FieldValues values)
    {
        var typed = SHA256.HashData(Encoding.UTF8.GetBytes(values.Typed(problem.Variable)));
        return $"{problem.Variable}:{problem.Code}:{Convert.ToHexStringLower(typed.AsSpan(0, 4))}";
    }

    /// <summary>Links from the summary to the fields.</summary>
    public IReadOnlyList<(string Address, string Message)> Links(Language language) =>
        [.. Problems.Select(problem => (Anchor(problem.Variable), $"{Asked(problem.Variable, language)} {problem.Message.In(language)}"))];

    /// <summary>The question, with the row or the part that a variable stands for.</summary>
    private string Asked(string variable, Language language)
    {
        if (Find(variable) is not { } found)
        {
            return "";
        }

        var asked = AsShown(found, variable);
        var part = asked.Parts.FirstOrDefault(part => variable.EndsWith($"{asked.Id}.{part.Id}", StringComparison.Ordinal));
        return part is null ? asked.Text.In(language) : $"{asked.Text.In(language)} {part.Label.In(language)}:";
    }

    private Question AsShown(Question question, string variable) =>
        Showing.Of(question, ItemId.TrySplit(variable, out _, out var item, out _) && IsListed(variable) ? item.ToString() : null);

    private bool IsListed(string variable) => Inner.Any(shown => CheckPlace.IsOf(variable, shown));

    /// <summary>The question that a variable belongs to, within an item that of the item.</summary>
    private Question? Find(string variable) =>
        Questions.FirstOrDefault(question => CheckPlace.IsOf(variable, question.Id)) is not { } found ? null
        : found is Question.Roster roster && ItemId.TrySplit(variable, out _, out _, out var template) ? Inside(roster, template.ToString())
        : found;

    private static Question? Inside(Question.Roster roster, string template) =>
        roster.Questions.FirstOrDefault(question => CheckPlace.IsOf(template, question.Id));

    private string Anchor(string variable)
    {
        if (ItemId.TrySplit(variable, out var roster, out _, out _) && !IsListed(variable))
        {
            // A colleague has removed the item: its list is there.
            return "#" + FieldNames.Id(roster.ToString());
        }

        var question = Find(variable);
        return "#"
            + FieldNames.Id(
                question is null || !variable.EndsWith(question.Id, StringComparison.Ordinal) ? variable
                : variable == question.Id ? FieldNames.FirstVariable(AsShown(question, variable))
                : variable[..^question.Id.Length] + FieldNames.FirstVariable(AsShown(question, variable))
            );
    }

    /// <summary>The fields that say why a value is missing stand beside a question, those of a sum beside all of its parts.</summary>
    private static HashSet<string> WithReasons(Visit visit, IReadOnlySet<string> variables) =>
        [.. variables, .. variables.Select(visit.Questionnaire.Variable).OfType<Variable>().Select(variable => variable.QuestionId)];

    private static int NumberOf(Visit visit, Section section) =>
        visit.Interview.IsAsked(section) ? visit.Sections.TakeWhile(other => other.Id != section.Id).Count() + 1 : 0;

    private static Answers Stored(Visit visit, IReadOnlyList<Variable> variables) =>
        visit.State.Answers.Where(variables.Select(variable => variable.Id).ToHashSet(StringComparer.Ordinal).Contains);

    private static Func<string, bool> IsOf(Question question) => variable => CheckPlace.IsOf(variable, question.Id);

    private static string Text(Answers answers) => Encoding.UTF8.GetString(AnswersJson.Write(answers));
}
