namespace Dmk.Maturity.Questionnaires;

/// <summary>Who is asked: all conditions of a variable, from its section inwards.</summary>
public static class Conditions
{
    extension(Variable variable)
    {
        /// <summary>What must all be true for it to be asked: of its section, its roster, its groups, its question and its own row; where
        /// every option has a condition, that one of them is offered. None where everybody is asked. Those within a roster are looked at
        /// for each item. "Please specify" has the conditions of its question; that its option is chosen comes on top.</summary>
        public IReadOnlyList<Expression> AskedWhen
        {
            get
            {
                var question = variable.Question;
                IEnumerable<Expression?> all =
                [
                    variable.Section.When,
                    .. variable.Roster is { } roster ? OfQuestion(roster) : [],
                    .. OfQuestion(question),
                    variable.Part is { } part ? question.PartsWhen.GetValueOrDefault(part.Id) : null,
                    variable.Part is null ? AnyOf(question.Parts.Select(one => one.Id), question.PartsWhen) : null,
                    AnyOf(question.Choices.Select(option => option.Code), question.OptionsWhen),
                ];
                return [.. all.OfType<Expression>()];
            }
        }

        /// <summary>Whether a submission can say of it that it was not asked.</summary>
        public bool CanBeUnasked => variable.Specify is not null || variable.AskedWhen.Count > 0;
    }

    private static IEnumerable<Expression?> OfQuestion(Question question) => [.. question.GroupConditions, question.When];

    /// <returns>Null where one of them has no condition, and so is always there.</returns>
    private static Expression? AnyOf(IEnumerable<string> ids, IReadOnlyDictionary<string, Expression> conditions)
    {
        var all = conditions.Count == 0 ? [] : ids.Select(conditions.GetValueOrDefault).ToArray();
        return all.Length == 0 || all.Contains(null) ? null : Expression.AnyOf([.. all.OfType<Expression>()]);
    }
}
