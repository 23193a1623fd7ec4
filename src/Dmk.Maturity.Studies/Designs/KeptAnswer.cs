using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>An answer of every company that a study keeps beside its scores, so that results can be of those who gave it.</summary>
/// <param name="Id">A single choice, a row of a grid, an option of a multiple choice as in <c>question.option</c>, a whole number, or a
/// computed value.</param>
/// <param name="Written">Where the study names it.</param>
public sealed record KeptAnswer(string Id, FilePosition Written)
{
    public KeptValue ValueOf(Interview interview) =>
        Variable(interview.Questionnaire) is { } variable ? KeptValue.Of(interview.Effective(variable))
        : OptionOf(interview.Questionnaire) is var (question, option) ? Ticked(interview.Effective(question.Id), option.Code)
        : interview.Questionnaire.Computed.Any(computed => computed.Id == Id) ? KeptValue.Of(interview.Computed(Id))
        : KeptValue.Missing;

    /// <summary>The codes that it can have; none for numbers and truths.</summary>
    public IReadOnlyList<string> Codes(Questionnaire questionnaire) =>
        Variable(questionnaire)?.Question is { } question ? [.. question.Choices.Select(option => option.Code)]
        : questionnaire.Computed.FirstOrDefault(computed => computed.Id == Id) is { } computed
            ? [.. computed.Value.Options.Select(option => option.Code)]
        : [];

    /// <returns>Null when the questionnaire asks or computes it, and it can be kept.</returns>
    public Problem? Check(Questionnaire questionnaire)
    {
        if (OptionOf(questionnaire) is not null)
        {
            return null;
        }

        if (Variable(questionnaire) is { } variable)
        {
            return CanBeKept(variable) ? null : NotKept("is no such answer");
        }

        return questionnaire.Computed.FirstOrDefault(computed => computed.Id == Id) is { } computed
            ? computed.Value.Kind is ExpressionKind.Number or ExpressionKind.Truth or ExpressionKind.Code
                ? null
                : NotKept("is a text or a day")
            : questionnaire.Variables.FirstOrDefault(one => one.Question.Id == Id)?.Question is { } parts
                ? NotKept($"has parts: name one of them, as in {Id}.{PartOf(parts)}")
                : new(
                    Written,
                    "unknown-question",
                    $"The questionnaire {questionnaire.Id} {questionnaire.Version} has no question, row, option or computed value '{Id}'."
                );
    }

    private static bool CanBeKept(Variable variable) =>
        variable.Roster is null && variable.Question is Question.Single or Question.Grid or Question.Numeric { Kind: NumberKind.Integer };

    private static string PartOf(Question question) => question.Parts.Count > 0 ? question.Parts[0].Id : question.Id;

    private static KeptValue Ticked(Answer answer, string code) =>
        answer is Answer.CodedSet set ? KeptValue.Of(set.Codes.Contains(code) ? 1 : 0) : KeptValue.Missing;

    /// <summary>A variable of its own; the words beside an option are none that could be kept.</summary>
    private Variable? Variable(Questionnaire questionnaire) => questionnaire.Variable(Id) is { Specify: null } variable ? variable : null;

    private (Question.Multiple Question, Option Option)? OptionOf(Questionnaire questionnaire)
    {
        var dot = Id.IndexOf('.', StringComparison.Ordinal);
        return
            dot > 0
            && questionnaire.Variable(Id[..dot]) is { Roster: null, Question: Question.Multiple multiple }
            && multiple.Options.FirstOrDefault(option => option.Code == Id[(dot + 1)..]) is { } found
            ? (multiple, found)
            : null;
    }

    private Problem NotKept(string why) =>
        new(
            Written,
            "cannot-filter",
            $"'{Id}' {why}. Results can be filtered by single choices, rows of grids, options of multiple choices (question.option), whole "
                + "numbers and computed numbers, truths and codes."
        );
}
