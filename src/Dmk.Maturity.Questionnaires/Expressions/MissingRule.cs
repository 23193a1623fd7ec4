using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>What <c>sum</c> and <c>mean</c> do with missing values: <c>missing: propagate</c> (the default) or <c>missing: skip</c>, with
/// at least <c>atLeast: k</c> (1 unless said) present.</summary>
internal sealed record MissingRule(bool Skip, int AtLeast)
{
    /// <param name="give">Of the sum of the values that are there, and of their number.</param>
    /// <returns>Missing where too few values are there or their sum is beyond the range of decimal.</returns>
    public decimal? Total(decimal?[] values, Func<decimal, int, decimal?> give)
    {
        var present = values.OfType<decimal>().ToArray();
        return present.Length >= Needed(values.Length) && Arithmetic.Sum(present) is { } sum ? give(sum, present.Length) : null;
    }

    /// <returns>Null where a problem was reported.</returns>
    public static MissingRule? Of(ExpressionNode.Call call, TypeCheck types)
    {
        var (skip, atLeast) = (false, (int?)null);
        foreach (var setting in call.Settings)
        {
            if (setting is { Key: "missing", Value: "skip" or "propagate" })
            {
                skip = setting.Value == "skip";
            }
            else if (
                setting.Key == "atLeast"
                && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
                && least > 0
            )
            {
                atLeast = least;
            }
            else
            {
                types.Report(
                    setting.At,
                    "wrong-arguments",
                    $"'{setting.Key}: {setting.Value}' is not a setting of {call.Function}. "
                        + "There are missing: skip, missing: propagate and, with skip, atLeast: 2."
                );
                return null;
            }
        }

        if (atLeast is not null && !skip)
        {
            types.Report(call.At, "wrong-arguments", "atLeast needs missing: skip beside it.");
            return null;
        }

        return new(skip, atLeast ?? 1);
    }

    /// <summary>How many of the values must be there.</summary>
    private int Needed(int count) => Skip ? AtLeast : count;
}
