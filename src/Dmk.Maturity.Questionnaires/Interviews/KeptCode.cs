namespace Dmk.Maturity.Questionnaires;

/// <summary>A code that was chosen and is not offered under the other answers: it counts nowhere, and nothing that was typed is
/// lost.</summary>
/// <param name="Label">Of the option, as this company reads it.</param>
public sealed record KeptCode(string Variable, string Code, Text Label)
{
    /// <param name="id">Of the question, within a roster with the item.</param>
    /// <param name="item">The item of the roster that the question stands in, or null.</param>
    public static IReadOnlyList<KeptCode> Of(Question question, string id, Showing showing, string? item)
    {
        if (question.OptionsWhen.Count == 0)
        {
            return [];
        }

        var offered = showing.Interview.OptionsOf(question, item).Select(option => option.Code).ToHashSet(StringComparer.Ordinal);
        var variables =
            question.Parts.Count == 0 ? Enumerable.Repeat(id, 1) : showing.Interview.RowsOf(question, item).Select(row => $"{id}.{row.Id}");
        return
        [
            .. from variable in variables
            from code in CodesOf(showing.Interview.Answers[variable])
            where !offered.Contains(code)
            let option = question.Choices.FirstOrDefault(option => option.Code == code)
            where option is not null
            select new KeptCode(variable, code, showing.Say(option.Label, item)),
        ];
    }

    private static IReadOnlyList<string> CodesOf(Answer answer) =>
        answer is Answer.Coded one ? [one.Code]
        : answer is Answer.CodedSet several ? several.Codes
        : [];
}
