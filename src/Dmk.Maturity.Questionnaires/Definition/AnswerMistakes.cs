namespace Dmk.Maturity.Questionnaires;

/// <summary>Mistakes that are known before an answer can be made of what was sent.</summary>
public static class AnswerMistakes
{
    /// <summary>A number with more digits than any question takes.</summary>
    public static AnswerProblem TooLarge(string variable) => new(variable, "tooLarge", AnswerMessages.TooLarge);
}
