namespace Dmk.Maturity.Questionnaires;

/// <summary>Decimal arithmetic in which a missing operand, a division by zero and a result beyond the range of decimal are
/// missing.</summary>
internal static class Arithmetic
{
    public static Func<Answer[], decimal?> Of(string sign, Func<Answer[], decimal?> left, Func<Answer[], decimal?> right) =>
        sign switch
        {
            "+" => slots => left(slots) is { } first && right(slots) is { } second ? Plus(first, second) : null,
            "-" => slots => left(slots) is { } first && right(slots) is { } second ? Plus(first, -second) : null,
            "*" => slots => left(slots) is { } first && right(slots) is { } second ? Times(first, second) : null,
            _ => slots => left(slots) is { } first && right(slots) is { } second ? Divide(first, second) : null,
        };

    /// <summary>Missing where one is missing, and of none.</summary>
    public static decimal? Smallest(decimal?[] values) => values.Contains(null) ? null : values.Min();

    /// <summary>Missing where one is missing, and of none.</summary>
    public static decimal? Largest(decimal?[] values) => values.Contains(null) ? null : values.Max();

    /// <summary>The one in the middle; of an even number the mean of the two in the middle. Missing where one is missing, and of
    /// none.</summary>
    public static decimal? Median(decimal?[] values)
    {
        if (values.Length == 0 || values.Contains(null))
        {
            return null;
        }

        var sorted = values.OfType<decimal>().Order().ToArray();
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return low == high ? low : Plus(low / 2, high / 2);
    }

    /// <summary>0 of none.</summary>
    public static decimal? Sum(IEnumerable<decimal> values) =>
        values.Aggregate((decimal?)0, (sum, value) => sum is { } before ? Plus(before, value) : null);

    public static decimal? Plus(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static decimal? Divide(decimal left, decimal right)
    {
        try
        {
            return right == 0 ? null : left / right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static decimal? Times(decimal left, decimal right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
