namespace Dmk.Maturity.Questionnaires;

/// <summary>The state of one interview: what is on the path, what is open, what fails. Computed from the answers alone.</summary>
/// <remarks>Immutable. What is wrong is looked for when it is first asked for.</remarks>
public sealed class Interview
{
    private readonly BitSet? _staleQuestions;
    private readonly BitSet? _staleChecks;
    private readonly Findings<AnswerProblem>? _problemsBefore;
    private readonly Findings<FiredCheck>? _firedBefore;
    private Findings<AnswerProblem>? _problems;
    private Findings<FiredCheck>? _fired;

    private Interview(Plan plan, Answers answers, Walk walk)
    {
        (Plan, Answers, Slots, Asked) = (plan, answers, walk.Slots, walk.Asked);
    }

    private Interview(Interview before, Answers answers, Walk walk)
        : this(before.Plan, answers, walk)
    {
        (_problemsBefore, _staleQuestions) = Stale(before._problems, before._problemsBefore, walk.StaleQuestions!, before._staleQuestions);
        (_firedBefore, _staleChecks) = Stale(before._fired, before._firedBefore, walk.StaleChecks!, before._staleChecks);
    }

    public Questionnaire Questionnaire => Plan.Questionnaire;

    /// <summary>As given, off-path values included.</summary>
    public Answers Answers { get; }

    /// <summary>Mistakes that forbid submission, in the order of the questions: impossible answers, required but open, bounds that depend
    /// on
    /// other answers, sums that do not add up, rosters with too few items.</summary>
    public IReadOnlyList<AnswerProblem> Problems =>
        (
            _problems ??=
                _problemsBefore?.Again(Plan.Questions.Length, _staleQuestions!, ProblemsOf)
                ?? Findings<AnswerProblem>.Of(Plan.Questions.Length, ProblemsOf)
        ).All;

    /// <summary>Checks that fired, in the order of the file. A hard one forbids submission; a soft one needs a confirmation.
    /// A check none of whose variables was asked never fires: nobody could do anything about it. Nor does one whose scope is not
    /// asked.</summary>
    public IReadOnlyList<FiredCheck> Fired =>
        (
            _fired ??=
                _firedBefore?.Again(Plan.Checks.Length, _staleChecks!, FiredAt) ?? Findings<FiredCheck>.Of(Plan.Checks.Length, FiredAt)
        ).All;

    /// <summary>Only the answers on the path: what a submission keeps.</summary>
    public Answers OnPath
    {
        get
        {
            var onPath = Answers.Where(id =>
                Questionnaire.IndexOf(id) is >= 0 and var index ? !ReferenceEquals(Slots[index], Answer.NotAsked)
                : Questionnaire.Variable(id) is { } variable ? IsAsked(variable)
                : Questionnaire.Fact(id) is not null
            );
            return Plan.HasConditionalOptions
                ? onPath.With([
                    .. onPath
                        .All.Where(one => Questionnaire.Variable(one.Key)?.Question.OptionsWhen.Count > 0)
                        .Select(one => KeyValuePair.Create(one.Key, Effective(one.Key))),
                ])
                : onPath;
        }
    }

    /// <summary>The answers that count by variable, computed values, the items of rosters.</summary>
    internal Answer[] Slots { get; }

    /// <summary>Sections, groups, questions.</summary>
    internal bool[] Asked { get; }

    internal Plan Plan { get; }

    public static Interview Of(Questionnaire questionnaire, Answers answers)
    {
        var plan = Plan.Of(questionnaire);
        return new(plan, answers, new(plan, answers));
    }

    /// <summary>The same interview with one answer changed. Works out only what depends on it; equals <see cref="Of"/> with the changed
    /// answers.</summary>
    public Interview With(string variable, Answer answer)
    {
        var answers = Answers.With(variable, answer);
        return new(this, answers, new(this, answers, [variable]));
    }

    /// <summary>The same with several answers changed.</summary>
    public Interview With(IReadOnlyCollection<KeyValuePair<string, Answer>> changes)
    {
        var answers = Answers.With(changes);
        return new(this, answers, new(this, answers, changes.Select(change => change.Key)));
    }

    public bool IsAsked(Section section) => Asked[Plan.PlaceOf(section)];

    public bool IsAsked(Group group) => Asked[Plan.PlaceOf(group)];

    /// <summary>Whether a group of an item's questions is asked.</summary>
    /// <param name="item">Null for a group of a section.</param>
    /// <exception cref="ArgumentException">No roster lists the item.</exception>
    public bool IsAsked(Group group, string? item) =>
        item is null || Plan.Groups.Contains(group)
            ? IsAsked(group)
            : InSlots(item, slots => group.Path.All(one => one.When is null || one.When.TruthOf(slots) == true));

    /// <summary>A question within a roster is asked where it is for any of the items.</summary>
    public bool IsAsked(Question question) => Plan.PlaceOf(question) is >= 0 and var place ? Asked[place] : ItemsAsked(question).Any();

    /// <summary>The options that are offered, in the order of the definition.</summary>
    /// <param name="item">The item of the roster that the question stands in, or null.</param>
    public IReadOnlyList<Option> OptionsOf(Question question, string? item = null) =>
        question.OptionsWhen.Count == 0
            ? question.Choices
            : InSlots(
                item,
                slots => question.Choices.Where(option => PlannedQuestion.Holds(question.OptionsWhen, option.Code, slots)).ToArray()
            );

    /// <summary>The rows of a grid or the items of a sum group that are asked, in the order of the definition.</summary>
    /// <param name="item">The item of the roster that the question stands in, or null.</param>
    public IReadOnlyList<Row> RowsOf(Question question, string? item = null) =>
        question.PartsWhen.Count == 0
            ? question.Parts
            : InSlots(item, slots => question.Parts.Where(part => PlannedQuestion.Holds(question.PartsWhen, part.Id, slots)).ToArray());

    /// <summary>A question within a roster, for one item.</summary>
    public bool IsAsked(Question question, string item) => ItemsAsked(question).Contains(item);

    public bool IsAsked(Variable variable) => !ReferenceEquals(Effective(variable), Answer.NotAsked);

    /// <summary>The items of a roster, in the order in which they were added; none while it is missing.</summary>
    public IReadOnlyList<string> ItemsOf(Question.Roster roster) => Effective(roster.Id) is Answer.Items items ? items.Ids : [];

    /// <summary>A text of the questionnaire as this company reads it, with the answers that it pipes in.</summary>
    /// <param name="item">The item of a roster it is about, or null.</param>
    public string Say(Text text, Language language, string? item = null) =>
        Questionnaire.Bindings.Piped.TryGetValue(text, out var piped) ? PipedWords.Of(piped, this, language, item) : text.In(language);

    /// <summary>The answer that counts: not asked when off the path, unanswered when blank.</summary>
    /// <exception cref="ArgumentException">The questionnaire has no such variable.</exception>
    public Answer Effective(string variable) =>
        Questionnaire.Variable(variable) is { } known
            ? Effective(known)
            : throw new ArgumentException($"The questionnaire has no variable '{variable}'.", nameof(variable));

    /// <summary>The answer that counts, found by its place: for callers that look many of them up.</summary>
    /// <param name="variable">Of this interview's questionnaire. A variable of an item that its roster does not list is not asked.</param>
    public Answer Effective(Variable variable) =>
        variable.Roster is null ? Slots[variable.Index]
        : variable.Item is null
            ? throw new ArgumentException($"'{variable.Id}' is asked for each item of a roster; name the item.", nameof(variable))
        : Item(variable.Roster, variable.Item) is var (roster, item) ? item.Counting[variable.Index - roster.Variables[0].Index]
        : Answer.NotAsked;

    /// <summary>A computed number, or null when it is missing or no number. A truth is 1 or 0.</summary>
    /// <exception cref="ArgumentException">The questionnaire computes no such value.</exception>
    public decimal? ComputedNumber(string id) => (Computed(id) as Answer.Number)?.Value;

    /// <summary>A computed value: a number, a truth (1 or 0), a text, a code or a day; unanswered when it is missing.</summary>
    /// <exception cref="ArgumentException">The questionnaire computes no such value.</exception>
    public Answer Computed(string id)
    {
        for (var i = 0; i < Questionnaire.Computed.Count; i++)
        {
            if (Questionnaire.Computed[i].Id == id)
            {
                return Slots[Questionnaire.Variables.Count + i];
            }
        }

        throw new ArgumentException($"The questionnaire computes no value '{id}'.", nameof(id));
    }

    /// <summary>The other answers that a mistake in one answer depends on, because its bound or its total reads them.</summary>
    /// <returns>Ids of questions and variables; none where what is possible is fixed.</returns>
    public IReadOnlyList<string> ReadBy(AnswerProblem problem)
    {
        var question = Questionnaire.Variable(problem.Variable)?.Question;
        var bound = problem.Code switch
        {
            "belowMinimum" => (question as Question.Numeric)?.Min,
            "aboveMaximum" => (question as Question.Numeric)?.Max,
            "sumMismatch" => (question as Question.SumGroup)?.Total,
            _ => null,
        };
        return bound is null ? [] : [.. ReadBy(bound)];
    }

    /// <summary>Answers that are enough to make a check fire, whatever the others are: those among its variables that remain when one after
    /// the other is left out for as long as it still fires. Where several sets would do, the one with the later variables.</summary>
    /// <returns>All of its variables where it fires without any answer.</returns>
    public IReadOnlyList<string> CausesOf(FiredCheck fired)
    {
        var (state, causes) = (this, new List<string>());
        foreach (var variable in fired.Variables)
        {
            var without = state.With(variable, Answer.Unanswered);
            if (without.Fired.Any(other => other.Id == fired.Id))
            {
                state = without;
            }
            else
            {
                causes.Add(variable);
            }
        }

        return causes.Count == 0 ? fired.Variables : causes;
    }

    /// <summary>Number of asked variables answered (a reason counts) and asked in all, those of items included, of a section or of
    /// everything.</summary>
    public (int Answered, int Asked) Progress(Section? section = null)
    {
        var (answered, asked) = (0, 0);
        foreach (var variable in Questionnaire.Variables)
        {
            if (section is null || variable.Section.Id == section.Id)
            {
                Count(Slots[variable.Index]);
                if (variable.Question is Question.Roster && Slots[Plan.RosterOf(variable.Id)!.Slot] is Answer.EachItem items)
                {
                    foreach (var item in items.All)
                    {
                        foreach (var answer in item.Counting)
                        {
                            Count(answer);
                        }
                    }
                }
            }
        }

        return (answered, asked);

        void Count(Answer answer)
        {
            asked += ReferenceEquals(answer, Answer.NotAsked) ? 0 : 1;
            answered += answer is Answer.Missing { Reason: MissingReason.Unanswered or MissingReason.NotAsked } ? 0 : 1;
        }
    }

    /// <summary>What is looked at within an item of a roster, or outside of all.</summary>
    /// <exception cref="ArgumentException">No roster lists the item.</exception>
    internal T InSlots<T>(string? item, Func<Answer[], T> look)
    {
        if (item is null)
        {
            return look(Slots);
        }

        foreach (var roster in Plan.Rosters)
        {
            if (Item(roster.Roster, item) is var (planned, found))
            {
                var frame = planned.Rent(Slots);
                planned.Show(frame, found);
                var seen = look(frame);
                PlannedRoster.Return(frame);
                return seen;
            }
        }

        throw new ArgumentException($"No roster lists an item '{item}'.", nameof(item));
    }

    /// <returns>Null when the roster does not list it.</returns>
    internal (PlannedRoster Roster, RosterItem Item)? Item(Question.Roster roster, string id) =>
        Plan.RosterOf(roster.Id) is { } planned
        && Slots[planned.Slot] is Answer.EachItem items
        && items.All.FirstOrDefault(item => item.Id == id) is { } item
            ? (planned, item)
            : null;

    private static (Findings<T>?, BitSet?) Stale<T>(Findings<T>? known, Findings<T>? before, BitSet stale, BitSet? staleBefore)
    {
        if (known is null && staleBefore is not null)
        {
            stale.Add(staleBefore);
        }

        return (known ?? before) is { } findings ? (findings, stale) : (null, null);
    }

    private IEnumerable<string> ItemsAsked(Question question)
    {
        foreach (var roster in Plan.Rosters)
        {
            if (Array.Find(roster.Questions, inner => inner.Question.Id == question.Id) is { } inner)
            {
                return Slots[roster.Slot] is Answer.EachItem items
                    ? items.All.Where(item => item.Asked[inner.Number]).Select(item => item.Id)
                    : [];
            }
        }

        throw new ArgumentException($"'{question.Id}' is no question within a roster of this questionnaire.", nameof(question));
    }

    private AnswerProblem[]? ProblemsOf(int question) =>
        InterviewProblems.Of(
            Plan.Questions[question],
            Plan.Questions[question].Question is Question.Roster roster ? Plan.RosterOf(roster.Id) : null,
            Slots,
            QuestionsReadBy
        );

    /// <summary>The texts of the questions that an expression reads, each once. Without the answers that they pipe in, which may change
    /// while the problem stays.</summary>
    private IEnumerable<Text> QuestionsReadBy(Expression expression) =>
        ReadBy(expression).Select(id => Unpiped((Questionnaire.Question(id) ?? Questionnaire.Variable(id)!.Question).Text)).Distinct();

    /// <summary>Ids of the questions and variables that an expression reads, through computed values too.</summary>
    private IEnumerable<string> ReadBy(Expression expression) =>
        expression
            .Reads.SelectMany(id =>
                Questionnaire.Computed.FirstOrDefault(computed => computed.Id == id) is { } computed ? ReadBy(computed.Value)
                : Questionnaire.Question(id) is not null || Questionnaire.Variable(id) is not null ? [id]
                : []
            )
            .Distinct();

    private Text Unpiped(Text text)
    {
        return Questionnaire.Bindings.Piped.TryGetValue(text, out var piped)
            ? new(Words(piped, Language.German), Words(piped, Language.English))
            : text;

        static string Words(PipedText piped, Language language)
        {
            return string.Concat(piped.In(language).Select(piece => piece.Words));
        }
    }

    private FiredCheck[]? FiredAt(int check) => Plan.Checks[check].Fire(Slots, Asked);
}
