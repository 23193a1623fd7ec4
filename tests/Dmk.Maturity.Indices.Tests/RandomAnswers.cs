using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Answers to a questionnaire drawn at random among all that are possible, on the path or off it; reasons of missing and blanks
/// are among them.</summary>
internal static class RandomAnswers
{
    public static Answers To(Questionnaire questionnaire, Random random) =>
        Answers.Of(
            questionnaire
                .Variables.Select(variable => KeyValuePair.Create(variable.Id, To(variable, random)))
                .Where(answer => questionnaire.Validate(answer.Key, answer.Value) is null)
        );

    private static Answer To(Variable variable, Random random) =>
        (random.Next(10), variable.Question) switch
        {
            (0, _) => Answer.Unanswered,
            (1, { Missing.Count: > 0 } question) => new Answer.Missing(question.Missing[random.Next(question.Missing.Count)]),
            (_, Question.Single single) when variable.Id == single.Id => OneOf(single.Options, random),
            (_, Question.Grid grid) => OneOf(grid.Options, random),
            (_, Question.Multiple multiple) when variable.Id == multiple.Id => SetOf(multiple.Options, random),
            (_, Question.Numeric or Question.SumGroup) => new Answer.Number(random.Next(3) == 0 ? 0 : random.Next(1, 400)),
            (_, Question.Date) => new Answer.Day(new DateOnly(2027, 1, 1).AddDays(random.Next(365))),
            _ => new Answer.Words("x"),
        };

    private static Answer.Coded OneOf(IReadOnlyList<Option> options, Random random) => new(options[random.Next(options.Count)].Code);

    private static Answer SetOf(IReadOnlyList<Option> options, Random random)
    {
        if (options.FirstOrDefault(option => option.Exclusive) is { } exclusive && random.Next(4) == 0)
        {
            return new Answer.CodedSet([exclusive.Code]);
        }

        string[] ticked = [.. options.Where(option => !option.Exclusive && random.Next(2) == 0).Select(option => option.Code)];
        return ticked.Length == 0 ? Answer.Unanswered : new Answer.CodedSet(ticked);
    }
}
