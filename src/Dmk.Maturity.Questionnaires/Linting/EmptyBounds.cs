using System.Diagnostics;
using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks for bounds between which no answer lies, where they are known at all.</summary>
/// <remarks>Bounds that are written out are held against each other where they are read; these are worked out.</remarks>
internal static class EmptyBounds
{
    public static void Check(Question question, Questionnaire questionnaire, YamlMapping yaml, ExpandedExpressions expanded)
    {
        switch (question)
        {
            case Question.Numeric { Min: { } min, Max: { } max } when IsOpen(min.Constant, max.Constant):
                Numbers(min, max, questionnaire, yaml, expanded);
                break;
            case Question.Date { From: { } from, To: { } to } when IsOpen(from.ConstantDay, to.ConstantDay):
                Days(from, to, 1, questionnaire, yaml, expanded);
                break;
            case Question.Period { From: { } from, To: { } to } period when IsOpen(from.ConstantDay, to.ConstantDay):
                Days(from, to, period.MinimumDays ?? 1, questionnaire, yaml, expanded);
                break;
            case Question.Period { From.ConstantDay: { } first, To.ConstantDay: { } last, MinimumDays: { } fewest }
                when last.DayNumber - first.DayNumber + 1 is var days && days < fewest:
                DefinitionPlaces
                    .At(yaml, "minimumDays")
                    .Report(
                        "impossible-bounds",
                        $"There are only {days} days from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}. Allow a shorter period, or more days."
                    );
                break;
            case Question.FreeText { Pattern: { } pattern } text:
                Pattern(text, pattern, yaml);
                break;
            case Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.Numeric
            or Question.SumGroup
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note:
                break;
            default:
                throw new UnreachableException(question.GetType().Name);
        }
    }

    private static void Numbers(Expression min, Expression max, Questionnaire questionnaire, YamlMapping yaml, ExpandedExpressions expanded)
    {
        if (expanded.Of(min.Node) is not { } lower || expanded.Of(max.Node) is not { } upper)
        {
            return;
        }

        var (least, most) = (RangeReader.Of(lower, questionnaire).Least, RangeReader.Of(upper, questionnaire).Most);
        var isApart = least > most;
        if (isApart || LinearSum.Difference(lower, upper, questionnaire)?.Least > 0)
        {
            var how = isApart
                ? string.Create(CultureInfo.InvariantCulture, $"{least} or more, the maximum always {most} or less")
                : "above the maximum, whatever is answered to what they read";
            DefinitionPlaces
                .At(yaml, "min")
                .Report("impossible-bounds", $"The minimum is always {how}: no answer is possible. Mend one of them.");
        }
    }

    /// <summary>Days from one that is worked out to another: nobody knows which, but how many are between may be known.</summary>
    /// <param name="fewest">Days that are needed, both ends counted.</param>
    private static void Days(
        Expression from,
        Expression to,
        int fewest,
        Questionnaire questionnaire,
        YamlMapping yaml,
        ExpandedExpressions expanded
    )
    {
        if (
            expanded.Of(from.Node) is { } first
            && expanded.Of(to.Node) is { } last
            && LinearSum.Difference(last, first, questionnaire)?.Most + 1 is { } days
            && days < fewest
        )
        {
            DefinitionPlaces
                .At(yaml, "to")
                .Report(
                    "impossible-bounds",
                    days < 1
                        ? "The last day is always before the first, whatever is answered to what they read: no answer is possible. Mend "
                            + "one of them."
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"From the first to the last day there are never more than {days}. Allow a shorter period, or more days."
                        )
                );
        }
    }

    /// <summary>A form that only texts have which are too long, or too short.</summary>
    private static void Pattern(Question.FreeText question, TextPattern pattern, YamlMapping yaml)
    {
        var (shortest, longest) = PatternLengths.Of(pattern.Source);
        var found =
            shortest > question.MaximumLength
                ? $"at least {shortest} characters, but at most {question.MaximumLength} are allowed: no answer is possible. Mend "
                    + "'pattern' or 'maximumLength'."
            : longest < question.MinimumLength
                ? $"at most {longest} characters, but at least {question.MinimumLength} are needed: no answer is possible. Mend "
                    + "'pattern' or 'minimumLength'."
            : null;
        if (found is not null)
        {
            DefinitionPlaces.At(yaml, "pattern").Report("impossible-pattern", $"A text of this form has {found}");
        }
    }

    /// <summary>Whether one of two bounds is not written out.</summary>
    private static bool IsOpen<T>(T? first, T? last)
        where T : struct => first is null || last is null;
}
