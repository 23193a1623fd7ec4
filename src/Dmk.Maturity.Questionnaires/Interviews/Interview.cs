namespace Dmk.Maturity.Questionnaires;

/// <summary>The state of one interview: what is on the path, what is open, what fails. Computed from the answers alone.</summary>
/// <remarks>Immutable. Everything is worked out once, when it is first asked for.</remarks>
public sealed class Interview
{
    private readonly Lazy<Routing.Path> _path;
    private readonly Lazy<IReadOnlyList<AnswerProblem>> _problems;
    private readonly Lazy<IReadOnlyList<FiredCheck>> _fired;

    private Interview(Questionnaire questionnaire, Answers answers)
    {
        (Questionnaire, Answers) = (questionnaire, answers);
        _path = new(() => questionnaire.Routing.Walk(answers));
        _problems = new(() => [.. InterviewProblems.Of(this)]);
        _fired = new(() => [.. Fire()]);
    }

    public Questionnaire Questionnaire { get; }

    /// <summary>As given, off-path values included.</summary>
    public Answers Answers { get; }

    /// <summary>Mistakes that forbid submission, in the order of the questions: impossible answers, required but open, bounds that depend on
    /// other answers, sums that do not add up.</summary>
    public IReadOnlyList<AnswerProblem> Problems => _problems.Value;

    /// <summary>Checks that fired, in the order of the file. A hard one forbids submission; a soft one needs a confirmation.
    /// A check none of whose variables was asked never fires: nobody could do anything about it.</summary>
    public IReadOnlyList<FiredCheck> Fired => _fired.Value;

    /// <summary>Only the answers on the path: what a submission keeps.</summary>
    public Answers OnPath => Answers.Where(id => Questionnaire.Variable(id) is { } variable && IsAsked(variable));

    /// <summary>The answers that count by variable, then the computed values.</summary>
    internal Answer[] Slots => _path.Value.Slots;

    public static Interview Of(Questionnaire questionnaire, Answers answers) => new(questionnaire, answers);

    public bool IsAsked(Section section) => _path.Value.Sections[Questionnaire.Routing.IndexOf(section)];

    public bool IsAsked(Question question) => _path.Value.Questions[Questionnaire.Routing.IndexOf(question)];

    public bool IsAsked(Variable variable) => !ReferenceEquals(Slots[variable.Index], Answer.NotAsked);

    /// <summary>Where one of its questions is asked.</summary>
    public bool IsAsked(Group group) => Questionnaire.Sections.Any(section => section.Questions.Any(question => ReferenceEquals(question.Group, group) && IsAsked(question)));

    /// <summary>A text of the questionnaire as this company reads it.</summary>
    /// <param name="item">The item of a roster it is about, or null.</param>
    /// <exception cref="ArgumentException">No roster lists such an item.</exception>
    public string Say(Text text, Language language, string? item = null) =>
        item is null || Answers.All.Any(one => one.Value is Answer.Items items && items.Ids.Contains(item))
            ? text.In(language)
            : throw new ArgumentException($"No roster lists an item '{item}'.", nameof(item));

    /// <summary>The answer that counts: not asked when off the path, unanswered when blank.</summary>
    /// <exception cref="ArgumentException">The questionnaire has no such variable.</exception>
    public Answer Effective(string variable) =>
        Questionnaire.Variable(variable) is { } known ? Slots[known.Index] : throw new ArgumentException($"The questionnaire has no variable '{variable}'.", nameof(variable));

    /// <summary>The answer that counts, found by its place: for callers that look many of them up.</summary>
    /// <param name="variable">Of this interview's questionnaire.</param>
    public Answer Effective(Variable variable) => Slots[variable.Index];

    /// <summary>A computed value, or null when it is missing. A truth is 1 or 0.</summary>
    /// <exception cref="ArgumentException">The questionnaire computes no such value.</exception>
    public decimal? ComputedNumber(string id)
    {
        for (var i = 0; i < Questionnaire.Computed.Count; i++)
        {
            if (Questionnaire.Computed[i].Id == id)
            {
                return (Slots[Questionnaire.Variables.Count + i] as Answer.Number)?.Value;
            }
        }

        throw new ArgumentException($"The questionnaire computes no value '{id}'.", nameof(id));
    }

    /// <summary>Number of asked variables answered (a reason counts) and asked in all, of a section or of everything.</summary>
    public (int Answered, int Asked) Progress(Section? section = null)
    {
        var (answered, asked) = (0, 0);
        foreach (var variable in Questionnaire.Variables)
        {
            if ((section is null || variable.Section.Id == section.Id) && IsAsked(variable))
            {
                asked++;
                answered += Slots[variable.Index] == Answer.Unanswered ? 0 : 1;
            }
        }

        return (answered, asked);
    }

    private bool IsAsked(CheckScope scope) => scope switch
    {
        CheckScope.InSection(var id) => Questionnaire.Sections.Any(section => section.Id == id && IsAsked(section)),
        CheckScope.InGroup(var id) => Questionnaire.Sections.Any(section => section.Questions.Any(question => question.Group?.Id == id && IsAsked(question))),
        CheckScope.AtQuestion(var id) => Questionnaire.Question(id) is { } question && IsAsked(question),
        _ => true,
    };

    private IEnumerable<FiredCheck> Fire()
    {
        for (var i = 0; i < Questionnaire.Checks.Count; i++)
        {
            var check = Questionnaire.Checks[i];
            if (IsAsked(check.Scope) && check.Must.TruthOf(Slots) is var holds && (holds == false || (holds is null && check.UnknownFails)))
            {
                var asked = Questionnaire.Routing.ReadByChecks.Value[i].Select(index => Questionnaire.Variables[index]).Where(IsAsked).Select(variable => variable.Id).ToList();
                if (asked.Count > 0)
                {
                    yield return new(check, asked);
                }
            }
        }
    }
}
