namespace Dmk.Maturity.Questionnaires;

/// <summary>A check that fired.</summary>
/// <param name="Variables">The variables it reads that were asked; the form links to them.</param>
public sealed record FiredCheck(Check Check, IReadOnlyList<string> Variables);

/// <summary>The state of one interview: what is on the path, what is open, what fails. Computed from the answers alone.</summary>
public sealed class Interview
{
    private Interview(Questionnaire questionnaire, Answers answers) => (Questionnaire, Answers) = (questionnaire, answers);

    public Questionnaire Questionnaire { get; }

    /// <summary>As given, off-path values included.</summary>
    public Answers Answers { get; }

    public static Interview Of(Questionnaire questionnaire, Answers answers) => new(questionnaire, answers);

    public bool IsAsked(Section section) => throw new NotImplementedException(section.Id);

    public bool IsAsked(Question question) => throw new NotImplementedException(question.Id);

    public bool IsAsked(Variable variable) => throw new NotImplementedException(variable.Id);

    /// <summary>The answer that counts: not asked when off the path, unanswered when blank.</summary>
    public Answer Effective(string variable) => throw new NotImplementedException(variable);

    /// <summary>A computed value, or null when it is missing.</summary>
    public decimal? ComputedNumber(string id) => throw new NotImplementedException(id);

    /// <summary>Mistakes that forbid submission, in the order of the questions: required but open, bounds that depend on other answers, sums that do not add up.</summary>
    public IReadOnlyList<AnswerProblem> Problems => throw new NotImplementedException();

    /// <summary>Checks that fired, in the order of the file. A hard one forbids submission; a soft one needs a confirmation.</summary>
    public IReadOnlyList<FiredCheck> Fired => throw new NotImplementedException();

    /// <summary>Only the answers on the path: what a submission keeps.</summary>
    public Answers OnPath => throw new NotImplementedException();

    /// <summary>Number of asked variables answered (a reason counts) and asked in all, of a section or of everything.</summary>
    public (int Answered, int Asked) Progress(Section? section = null) => throw new NotImplementedException(section?.Id);
}
