namespace Dmk.Maturity.Questionnaires;

/// <summary>Between which bounds a number lies where it is there, both included; null is unbounded.</summary>
internal readonly record struct NumberRange(decimal? Least, decimal? Most)
{
    public static NumberRange Any { get; } = new(null, null);

    public NumberRange Negated => new(-Most, -Least);

    public NumberRange Plus(NumberRange other) => new(Sum(Least, other.Least), Sum(Most, other.Most));

    public NumberRange Minus(NumberRange other) => Plus(other.Negated);

    public NumberRange Times(NumberRange other)
    {
        if (this is not { Least: { } a, Most: { } b } || other is not { Least: { } c, Most: { } d })
        {
            return Least >= 0 && other.Least >= 0 ? new(0, null) : Any;
        }

        decimal?[] corners = [Arithmetic.Times(a, c), Arithmetic.Times(a, d), Arithmetic.Times(b, c), Arithmetic.Times(b, d)];
        return corners.Contains(null) ? Any : new(corners.Min(), corners.Max());
    }

    /// <summary>Of the absolute value of the first.</summary>
    public static NumberRange Absolute(IReadOnlyList<NumberRange> all) =>
        all[0] switch
        {
            { Least: >= 0 } positive => positive,
            { Least: { } least, Most: { } most } => new(0, Math.Max(Math.Abs(least), Math.Abs(most))),
            _ => new(0, null),
        };

    public static NumberRange Smallest(IReadOnlyList<NumberRange> all) => OneOf(all) with { Most = all.Min(one => one.Most) };

    public static NumberRange Largest(IReadOnlyList<NumberRange> all) => OneOf(all) with { Least = all.Max(one => one.Least) };

    /// <summary>Of any one of them: unbounded where one is.</summary>
    public static NumberRange OneOf(IReadOnlyList<NumberRange> all) =>
        new(Arithmetic.Smallest([.. all.Select(one => one.Least)]), Arithmetic.Largest([.. all.Select(one => one.Most)]));

    private static decimal? Sum(decimal? left, decimal? right) =>
        left is { } first && right is { } second ? Arithmetic.Plus(first, second) : null;
}
