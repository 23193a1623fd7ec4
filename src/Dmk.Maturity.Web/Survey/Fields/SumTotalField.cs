using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>The field into which a company types what the parts of a sum group must add up to. It may stand on another page.</summary>
/// <param name="Units">As they may be written beside its number.</param>
public sealed record SumTotalField(string Variable, int Decimals, IReadOnlyList<string> Units)
{
    /// <param name="item">That the sum group belongs to, or null.</param>
    /// <returns>Null where the total is anything else than the answer to one question.</returns>
    internal static SumTotalField? Of(Question.SumGroup sum, Questionnaire questionnaire, (Question.Roster Roster, string Id)? item)
    {
        if (sum.Total.Reads is not [var read] || sum.Total.Source.Trim() != read)
        {
            return null;
        }

        if (item is var (roster, listed) && Find(roster.Questions, read) is { } inner)
        {
            return Of(ItemId.Variable(roster.Id, listed, read), inner);
        }

        return Find(questionnaire.Sections.SelectMany(section => section.Questions), read) is { } question ? Of(read, question) : null;
    }

    private static Question.Numeric? Find(IEnumerable<Question> questions, string id) =>
        questions.OfType<Question.Numeric>().FirstOrDefault(question => question.Id == id);

    private static SumTotalField Of(string variable, Question.Numeric question) =>
        new(variable, TypedNumberField.Decimals(question), TypedNumberField.Spellings(question));
}
