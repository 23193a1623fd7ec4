using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A question with the variables that it settles.</summary>
/// <param name="Number">Its place among the questions, or within its roster.</param>
/// <param name="Variables">In the order in which they are asked.</param>
internal sealed record PlannedQuestion(Question Question, int Number, Variable[] Variables)
{
    /// <summary>The slot of its first variable; of a choice that is the choice itself.</summary>
    public int First { get; } = Variables is [var first, ..] ? first.Index : 0;

    /// <summary>Bounds and totals, which may read other answers.</summary>
    public IReadOnlyList<Expression> Bounds { get; } =
        Question switch
        {
            Question.Numeric numeric => [.. new[] { numeric.Min, numeric.Max }.OfType<Expression>()],
            Question.SumGroup group => [group.Total],
            Question.Date date => [.. new[] { date.From, date.To }.OfType<Expression>()],
            Question.Period period => [.. new[] { period.From, period.To }.OfType<Expression>()],
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Roster
            or Question.Note => [],
            _ => throw new UnreachableException(Question.GetType().Name),
        };

    /// <summary>Whether an option is chosen; in a grid, in any of the rows.</summary>
    public bool IsTicked(Answer[] slots, string code)
    {
        foreach (var variable in Variables)
        {
            if (variable.Specify is null && IsTicked(slots[variable.Index], code))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTicked(Answer answer, string code) =>
        answer switch
        {
            Answer.Coded coded => coded.Code == code,
            Answer.CodedSet set => set.Codes.Contains(code),
            Answer.Number or Answer.Words or Answer.Day or Answer.Period or Answer.Items or Answer.Missing or Answer.EachItem => false,
            _ => throw new UnreachableException(answer.GetType().Name),
        };
}
