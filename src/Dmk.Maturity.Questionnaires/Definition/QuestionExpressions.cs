using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The expressions of a question, those of the questions within a roster aside.</summary>
internal static class QuestionExpressions
{
    /// <summary>Bounds and totals, which may read other answers.</summary>
    public static IReadOnlyList<Expression> Bounds(Question question) =>
        question switch
        {
            Question.Numeric numeric => There(numeric.Min, numeric.Max),
            Question.SumGroup group => There(group.Total),
            Question.Date date => There(date.From, date.To),
            Question.Period period => There(period.From, period.To),
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Roster
            or Question.Note => [],
            _ => throw new UnreachableException(question.GetType().Name),
        };

    /// <summary>Conditions of its options and rows.</summary>
    public static IEnumerable<Expression> OfParts(Question question) => question.OptionsWhen.Values.Concat(question.PartsWhen.Values);

    /// <summary>All, its own condition first.</summary>
    public static IEnumerable<Expression> Of(Question question) => [.. There(question.When), .. OfParts(question), .. Bounds(question)];

    /// <summary>All, with those of the questions within it.</summary>
    public static IEnumerable<Expression> WithInner(Question question) =>
        question is Question.Roster roster
            ?
            [
                .. Of(question),
                .. roster.Questions.SelectMany(inner => inner.GroupConditions).Distinct(),
                .. roster.Questions.SelectMany(Of),
                .. roster.Computed.Select(one => one.Value),
            ]
            : Of(question);

    private static Expression[] There(params ReadOnlySpan<Expression?> all)
    {
        var there = new List<Expression>();
        foreach (var one in all)
        {
            if (one is not null)
            {
                there.Add(one);
            }
        }

        return [.. there];
    }
}
