namespace Dmk.Maturity.Questionnaires;

/// <summary>Every name that an expression of a questionnaire reads. A grid that is read by its own name is read with all its
/// rows.</summary>
internal static class ReadNames
{
    public static IReadOnlySet<string> Of(Questionnaire questionnaire) =>
        questionnaire
            .Sections.SelectMany(section => section.Groups.Select(group => group.When).Append(section.When))
            .Concat(questionnaire.Sections.SelectMany(section => section.Questions).SelectMany(QuestionExpressions.WithInner))
            .Concat(questionnaire.Computed.Select(one => one.Value))
            .Concat(questionnaire.Checks.Select(check => check.Must))
            .OfType<Expression>()
            .SelectMany(expression => expression.Reads)
            .ToHashSet(StringComparer.Ordinal);
}
