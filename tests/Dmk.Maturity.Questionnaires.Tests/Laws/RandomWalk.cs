namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A company at random: fills in what it is asked, in any order, changes its mind, and in the end mends what forbids
/// submission.</summary>
internal static class RandomWalk
{
    /// <summary>Edits that a form could send: possible answers to any variables, also to those of items that do not exist yet and off the
    /// path.</summary>
    public static IReadOnlyList<KeyValuePair<string, Answer>> Edits(Questionnaire questionnaire, Random random, int count)
    {
        var variables = RandomAnswers.VariablesOf(questionnaire);
        return variables.Count == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(_ => variables[random.Next(variables.Count)])
                    .Select(variable => KeyValuePair.Create(variable.Id, RandomAnswers.Of(variable, random))),
            ];
    }

    /// <summary>From any draft on: changes only what is named as a mistake, until nothing forbids submission.</summary>
    /// <returns>Null when it never gets there.</returns>
    public static Interview? ToTheEnd(Interview interview, Random random)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var wrong = interview
                .Problems.Select(problem => problem.Variable)
                .Concat(interview.Fired.Where(fired => fired.Check.Level == CheckLevel.Hard).SelectMany(fired => fired.Variables))
                .Distinct()
                .ToList();
            if (wrong.Count == 0)
            {
                return interview;
            }

            var id = wrong[random.Next(wrong.Count)];
            interview = Question(interview.Questionnaire, id) is Question.SumGroup group
                ? interview.With([.. Shares(group, random)])
                : interview.With(id, RandomAnswers.Of(interview.Questionnaire.Variable(id)!, random));
        }

        return null;
    }

    private static Question? Question(Questionnaire questionnaire, string id) => questionnaire.Variable(id)?.Question;

    /// <summary>Two parts that add up to a hundred.</summary>
    private static IEnumerable<KeyValuePair<string, Answer>> Shares(Question.SumGroup group, Random random)
    {
        var first = random.Next(101);
        return group.Items.Select(
            (item, i) => KeyValuePair.Create($"{group.Id}.{item.Id}", (Answer)new Answer.Number(i == 0 ? first : 100 - first))
        );
    }
}
