namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks for comparisons that are true only of an answer beyond the bounds of its question, where these are worked out from
/// today or other answers: a draft may hold such an answer, but nobody can submit it.</summary>
/// <remarks>A bound binds only where it is known. Therefore it counts only where it reads today, which is always known, or what the
/// comparison itself reads.</remarks>
internal sealed class BoundaryRules(Questionnaire questionnaire, DefinitionPlaces places, ExpandedExpressions expanded)
{
    /// <summary>Bounds put in the place of answers, one after the other.</summary>
    private const int MostSteps = 3;

    private readonly HashSet<Expression> _seen = new(ReferenceEqualityComparer.Instance);

    public void Check()
    {
        foreach (var section in questionnaire.Sections)
        {
            Look(section.When, places.Of(section), "when");
            foreach (var question in section.Questions)
            {
                foreach (var group in question.Groups)
                {
                    Look(group.When, places.Of(group), "when");
                }

                Look(question.When, places.Of(question), "when");
            }
        }

        foreach (var check in questionnaire.Checks)
        {
            Look(check.Must, places.Of(check), "must");
        }
    }

    private void Look(Expression? condition, YamlMapping yaml, string key)
    {
        if (condition is not null && _seen.Add(condition) && DefinitionPlaces.Child(yaml, key) is YamlScalar written)
        {
            Look(condition.Node, written);
        }
    }

    private void Look(ExpressionNode node, YamlScalar written)
    {
        switch (node)
        {
            case ExpressionNode.Binary { Operator: "and" or "or" } both:
                Look(both.Left, written);
                Look(both.Right, written);
                break;
            case ExpressionNode.Binary { Operator: "<" or "<=" or ">" or ">=" or "==" } comparison when IsBeyond(comparison):
                written.ReportAt(
                    ExpandedExpressions.Start(comparison),
                    "beyond-bounds",
                    $"No answers within the bounds of their questions make {comparison} true. Mend this part, or the bounds.",
                    Severity.Warning
                );
                break;
            default:
                break;
        }
    }

    private bool IsBeyond(ExpressionNode.Binary comparison)
    {
        if (
            expanded.Of(comparison.Left) is not { } left
            || expanded.Of(comparison.Right) is not { } right
            || LinearSum.Difference(left, right, questionnaire) is not { } apart
            || LinearSum.Difference(right, left, questionnaire) is not { } opposite
        )
        {
            return false;
        }

        var known = apart.Times.Keys.Append(Fact.Today).ToHashSet(StringComparer.Ordinal);
        var (most, least) = (Most(apart, known, MostSteps), -Most(opposite, known, MostSteps));
        return comparison.Operator switch
        {
            ">" => most <= 0 && !(apart.Most <= 0),
            ">=" => most < 0 && !(apart.Most < 0),
            "<" => least >= 0 && !(apart.Least >= 0),
            "<=" => least > 0 && !(apart.Least > 0),
            _ => (most < 0 || least > 0) && !(apart.Most < 0 || apart.Least > 0),
        };
    }

    /// <summary>The least of what each bound says.</summary>
    private decimal? Most(LinearSum sum, HashSet<string> known, int steps)
    {
        var most = sum.Most;
        foreach (var (answer, times) in steps > 0 ? sum.Times : new Dictionary<string, int>())
        {
            if (
                BoundOf(answer, times) is { Constant: null, ConstantDay: null } bound
                && expanded.Of(bound.Node) is { } instead
                && IsKnown(instead, known)
                && sum.With(answer, instead) is { } bounded
                && Most(bounded, known, steps - 1) is { } less
                && !(less >= most)
            )
            {
                most = less;
            }
        }

        return most;
    }

    /// <returns>Null where there is none, as for questions of other kinds.</returns>
    private Expression? BoundOf(string answer, int times)
    {
        var question = questionnaire.Variable(answer)?.Question;
        return question is Question.Date date ? (times > 0 ? date.To : date.From)
            : question is Question.Numeric number ? (times > 0 ? number.Max : number.Min)
            : null;
    }

    /// <summary>A day so many days before or after another may be none, where the calendar ends; before and after today there always is
    /// one.</summary>
    private bool IsKnown(ExpressionNode bound, HashSet<string> known) =>
        LinearSum.Difference(bound, new ExpressionNode.Number(0) { At = 0 }, questionnaire) is { } sum
        && sum.Times.Keys.All(known.Contains)
        && (
            sum.Constant == 0
            || sum.Times.Keys.All(id => id == Fact.Today || questionnaire.Names.Find(id) is Named.Slot { Kind: ExpressionKind.Number })
        );
}
