using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of what an answer may be at most and at least. A limit that is not there does not bind.</summary>
internal static class LimitChanges
{
    /// <param name="name">As in the file: max, decimals, maximumLength.</param>
    public static IEnumerable<Change> Upper(string where, string name, decimal? before, decimal? after) =>
        Of(where, name, Words(before), Words(after), decimal.Compare(after ?? decimal.MaxValue, before ?? decimal.MaxValue));

    public static IEnumerable<Change> Lower(string where, string name, decimal? before, decimal? after) =>
        Of(where, name, Words(before), Words(after), decimal.Compare(before ?? decimal.MinValue, after ?? decimal.MinValue));

    public static IEnumerable<Change> Upper(string where, string name, DateOnly? before, DateOnly? after) =>
        Of(where, name, Words(before), Words(after), (after ?? DateOnly.MaxValue).CompareTo(before ?? DateOnly.MaxValue));

    public static IEnumerable<Change> Lower(string where, string name, DateOnly? before, DateOnly? after) =>
        Of(where, name, Words(before), Words(after), (before ?? DateOnly.MinValue).CompareTo(after ?? DateOnly.MinValue));

    public static IEnumerable<Change> Upper(string where, string name, Expression? before, Expression? after) =>
        Depends(before) || Depends(after) ? OfExpressions(where, name, before, after)
        : before?.ConstantDay is null && after?.ConstantDay is null ? Upper(where, name, before?.Constant, after?.Constant)
        : Upper(where, name, before?.ConstantDay, after?.ConstantDay);

    public static IEnumerable<Change> Lower(string where, string name, Expression? before, Expression? after) =>
        Depends(before) || Depends(after) ? OfExpressions(where, name, before, after)
        : before?.ConstantDay is null && after?.ConstantDay is null ? Lower(where, name, before?.Constant, after?.Constant)
        : Lower(where, name, before?.ConstantDay, after?.ConstantDay);

    /// <summary>The form that a text must have; null where it may have any.</summary>
    public static IEnumerable<Change> Form(string where, string name, string? before, string? after)
    {
        if (before != after)
        {
            var kind =
                after is null ? ChangeKind.LimitLoosened
                : before is null ? ChangeKind.LimitTightened
                : ChangeKind.LimitChanged;
            yield return new($"{where}/{name}", kind, Sentence(name, before, after));
        }
    }

    /// <summary>Whether white space and parentheses aside it is another expression.</summary>
    public static bool Differ(Expression? before, Expression? after) => before?.ToString() != after?.ToString();

    /// <summary>A change of who is asked.</summary>
    /// <param name="what">The id of the section, group or question.</param>
    public static IEnumerable<Change> Condition(string where, string what, Expression? before, Expression? after)
    {
        if (Differ(before, after))
        {
            yield return new(
                where,
                ChangeKind.RoutingChanged,
                (before, after) switch
                {
                    (null, _) => $"'{what}' has a condition now: {after}.",
                    (_, null) => $"'{what}' has no condition any more; it was {before}.",
                    _ => $"The condition of '{what}' was {before} and is {after}.",
                }
            );
        }
    }

    private static bool Depends(Expression? limit) => limit is { Constant: null, ConstantDay: null };

    private static IEnumerable<Change> OfExpressions(string where, string name, Expression? before, Expression? after)
    {
        if (Differ(before, after))
        {
            var kind =
                after is null ? ChangeKind.LimitLoosened
                : before is null ? ChangeKind.LimitTightened
                : ChangeKind.LimitChanged;
            yield return new($"{where}/{name}", kind, Sentence(name, before?.ToString(), after?.ToString()));
        }
    }

    /// <param name="looser">Above 0 where more is possible than before, below 0 where less is.</param>
    private static IEnumerable<Change> Of(string where, string name, string? before, string? after, int looser)
    {
        if (looser != 0)
        {
            yield return new(
                $"{where}/{name}",
                looser > 0 ? ChangeKind.LimitLoosened : ChangeKind.LimitTightened,
                Sentence(name, before, after)
            );
        }
    }

    private static string Sentence(string name, string? before, string? after) =>
        (before, after) switch
        {
            (null, _) => $"'{name}' is new: {after}.",
            (_, null) => $"'{name}' is gone; it was {before}.",
            _ => $"'{name}' was {before} and is {after}.",
        };

    private static string? Words(decimal? limit) => limit?.ToString(CultureInfo.InvariantCulture);

    private static string? Words(DateOnly? limit) => limit?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
