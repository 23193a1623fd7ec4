using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Every name that an expression of a questionnaire reads. A grid that is read by its own name is read with all its
/// rows.</summary>
internal static class ReadNames
{
    public static IReadOnlySet<string> Of(Questionnaire questionnaire) =>
        questionnaire
            .Sections.SelectMany(section => section.Groups.Select(group => group.When).Append(section.When))
            .Concat(questionnaire.Sections.SelectMany(section => section.Questions).SelectMany(Expressions))
            .Concat(questionnaire.Computed.Select(one => one.Value))
            .Concat(questionnaire.Checks.Select(check => check.Must))
            .OfType<Expression>()
            .SelectMany(expression => expression.Reads)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Expression?> Expressions(Question question) =>
        question switch
        {
            Question.Numeric numeric => [question.When, numeric.Min, numeric.Max],
            Question.SumGroup group => [question.When, group.Total],
            Question.Date date => [question.When, date.From, date.To],
            Question.Period period => [question.When, period.From, period.To],
            Question.Roster roster => [question.When, .. roster.Questions.SelectMany(Expressions)],
            Question.Single or Question.Multiple or Question.Grid or Question.CodeSearch or Question.FreeText or Question.Note =>
            [
                question.When,
            ],
            _ => throw new UnreachableException(question.GetType().Name),
        };
}
