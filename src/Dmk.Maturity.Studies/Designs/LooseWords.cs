using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>"Other, please specify" that was specified and not chosen: a submission leaves such words out, and nobody should find that out
/// afterwards.</summary>
internal static class LooseWords
{
    public static IEnumerable<FiredCheck> Of(Interview interview) =>
        from variable in interview.Questionnaire.Variables
        where variable.Specify is not null && interview.IsAsked(variable.Question) && !interview.IsAsked(variable)
        where interview.Answers[variable.Id] is Answer.Words
        select new FiredCheck(RemarkOn(variable), [variable.Question.Id]);

    private static Remark RemarkOn(Variable words)
    {
        var (question, option) = (words.Question.Text, words.Specify!.Label);
        return new(
            "words." + words.Id,
            CheckLevel.Soft,
            new(
                $"{question.De} Sie haben zu „{option.De}“ etwas eingetragen, es aber nicht ausgewählt. Was Sie eingetragen haben, wird so "
                    + "nicht abgesendet. Ist das richtig?",
                $"{question.En} You have written something for '{option.En}' and not chosen it. What you have written is not submitted "
                    + "that way. Is that right?"
            ),
            Explanation.None,
            new CheckScope.AtQuestion(words.Question.Id)
        );
    }
}
