namespace Dmk.Maturity.Questionnaires;

/// <summary>What is said to a company about its answers: a check of the questionnaire, or what a study adds to it.</summary>
/// <param name="Id">What a confirmation names.</param>
/// <param name="Explain">A soft one may ask for a reason in words.</param>
public record Remark(string Id, CheckLevel Level, Text Message, Explanation Explain, CheckScope Scope)
{
    public bool ExplanationAsked => Explain != Explanation.None;
}
