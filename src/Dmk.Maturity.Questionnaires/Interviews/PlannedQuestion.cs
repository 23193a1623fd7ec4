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
    public IReadOnlyList<Expression> Bounds { get; } = QuestionExpressions.Bounds(Question);

    /// <summary>Within a roster: the conditions of the groups around it. Groups of a section are steps of their own.</summary>
    public IReadOnlyList<Expression> Around { get; init; } = [];

    /// <summary>What decides whether it is asked, and with which options and rows.</summary>
    public IReadOnlyList<Expression> Conditions =>
        field ??= [.. Around, .. Question.When is { } when ? [when] : Array.Empty<Expression>(), .. QuestionExpressions.OfParts(Question)];

    /// <summary>Whether its own condition holds, within a roster those of its groups, and there is something to choose from.</summary>
    public bool IsAsked(Answer[] slots) =>
        (Around.Count == 0 || Around.All(when => when.TruthOf(slots) == true))
        && (Question.When is null || Question.When.TruthOf(slots) == true)
        && (Question.OptionsWhen.Count == 0 || Question.Choices.Any(option => Holds(Question.OptionsWhen, option.Code, slots)))
        && (Question.PartsWhen.Count == 0 || Question.Parts.Any(part => Holds(Question.PartsWhen, part.Id, slots)));

    /// <summary>The answer that counts: not asked where a condition says so, without options that are not offered.</summary>
    public Answer Counting(Variable variable, Answer given, Answer[] slots) =>
        variable.Specify is not null && !IsTicked(slots, variable.Specify.Code) ? Answer.NotAsked
        : variable.Part is { } part && !Holds(Question.PartsWhen, part.Id, slots) ? Answer.NotAsked
        : Question.OptionsWhen.Count == 0 || variable.Specify is not null ? given
        : Offered(given, slots);

    public static bool Holds(IReadOnlyDictionary<string, Expression> conditions, string id, Answer[] slots) =>
        !conditions.TryGetValue(id, out var when) || when.TruthOf(slots) == true;

    private Answer Offered(Answer given, Answer[] slots)
    {
        switch (given)
        {
            case Answer.Coded coded:
                return Holds(Question.OptionsWhen, coded.Code, slots) ? given : Answer.Unanswered;
            case Answer.CodedSet set:
                var offered = set.Codes.Where(code => Holds(Question.OptionsWhen, code, slots)).ToArray();
                return offered.Length == set.Codes.Count ? given
                    : offered.Length == 0 ? Answer.Unanswered
                    : new Answer.CodedSet(offered);
            case Answer.Number or Answer.Words or Answer.Day or Answer.Period or Answer.Items or Answer.Missing or Answer.EachItem:
                return given;
            default:
                throw new UnreachableException(given.GetType().Name);
        }
    }

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
