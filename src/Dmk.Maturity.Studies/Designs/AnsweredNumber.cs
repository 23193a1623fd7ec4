using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A number of every company that estimation needs, such as the persons it employs.</summary>
/// <param name="Asked">A question or a computed value.</param>
/// <param name="Written">Where the study names it.</param>
internal sealed record AnsweredNumber(string Asked, FilePosition Written)
{
    /// <returns>Null when the questionnaire asks or computes such a number.</returns>
    public Problem? Check(Questionnaire questionnaire) =>
        questionnaire.Variable(Asked)?.Question is Question.Numeric { Kind: not NumberKind.Percentage }
        || IsComputedNumber(questionnaire, Asked)
            ? null
            : new(
                Written,
                "not-a-number",
                $"'{Asked}' is no question for a number of something, and no computed number, of {questionnaire.Id}."
            );

    /// <summary>Whether a computed value is a number; others are true or false.</summary>
    public static bool IsComputedNumber(Questionnaire questionnaire, string id) =>
        questionnaire.Computed.FirstOrDefault(computed => computed.Id == id)?.Value.Kind == ExpressionKind.Number;
}
