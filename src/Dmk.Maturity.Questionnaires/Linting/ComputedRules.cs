namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks for computed values that nothing reads.</summary>
internal static class ComputedRules
{
    public static void Check(Questionnaire questionnaire, DefinitionPlaces places, IReadOnlySet<string>? mentioned)
    {
        var read = Expressions(questionnaire)
            .OfType<Expression>()
            .SelectMany(expression => expression.Reads)
            .ToHashSet(StringComparer.Ordinal);
        var piped = questionnaire
            .Bindings.Piped.Values.SelectMany(text => text.De.Concat(text.En))
            .SelectMany(part => part.Reads)
            .ToHashSet();
        for (var i = 0; i < questionnaire.Computed.Count; i++)
        {
            var computed = questionnaire.Computed[i];
            if (read.Contains(computed.Id) || piped.Contains(questionnaire.Variables.Count + i) || mentioned?.Contains(computed.Id) == true)
            {
                continue;
            }

            DefinitionPlaces
                .At(places.Of(computed), "id")
                .Report(
                    "unused-computed",
                    $"Nothing reads '{computed.Id}', neither here nor in an index model beside this file. Use it, or remove it.",
                    Severity.Warning
                );
        }
    }

    private static IEnumerable<Expression?> Expressions(Questionnaire questionnaire) =>
        [
            .. questionnaire.Computed.Select(computed => computed.Value),
            .. questionnaire.Checks.Select(check => check.Must),
            .. questionnaire.Sections.SelectMany(section => section.Groups.Select(group => group.When).Append(section.When)),
            .. questionnaire.Sections.SelectMany(section => section.Questions).SelectMany(QuestionExpressions.WithInner),
        ];
}
