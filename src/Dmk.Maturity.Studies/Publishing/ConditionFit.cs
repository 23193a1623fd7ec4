using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Whether the conditions that a study declares can be looked up in what it keeps of the questionnaire's answers.</summary>
public static class ConditionFit
{
    /// <returns>One problem for each condition that cannot be read, is on a score, or names an answer or a code that is not kept.</returns>
    public static IEnumerable<Problem> Problems(StudyDesign design, Questionnaire questionnaire) =>
        design.Conditions.Select(condition => Check(condition, design.Kept, questionnaire)).OfType<Problem>();

    private static Problem? Check(NamedCondition condition, IReadOnlyList<KeptAnswer> kept, Questionnaire questionnaire)
    {
        if (Condition.Parse(condition.Where).Value is { } parsed && IsOnScore(parsed))
        {
            return Invalid(
                condition,
                "It is on a score, and a mean of those above a score tells of each of them. Use answers; operators can ask for scores "
                    + "with where."
            );
        }

        try
        {
            _ = StudyCondition.Read(kept, [questionnaire], [], 0, condition.Where);
            return null;
        }
        catch (ResultRequestException mistake)
        {
            return Invalid(condition, mistake.Message);
        }
    }

    private static Problem Invalid(NamedCondition condition, string why) =>
        new(condition.Written, "condition-invalid", $"The condition '{condition.Id}' cannot be used. {why}");

    private static bool IsOnScore(Condition condition) =>
        condition switch
        {
            Condition.Both both => IsOnScore(both.Left) || IsOnScore(both.Right),
            Condition.Either either => IsOnScore(either.Left) || IsOnScore(either.Right),
            Condition.Not not => IsOnScore(not.Of),
            Condition.Compared compared => compared.Name is ConditionName.Score,
            Condition.OneOf list => list.Name is ConditionName.Score,
            Condition.Answered answered => answered.Name is ConditionName.Score,
            _ => throw new UnreachableException(),
        };
}
