using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads how a node aggregates: <c>aggregate: geometric</c> or <c>aggregate: { power: -2 }</c>.</summary>
internal static class AggregationReader
{
    /// <summary>Nearer to 0 rounding shows, and the geometric mean is meant; beyond the largest it is the minimum or the maximum to all
    /// digits that matter.</summary>
    private const decimal SmallestExponent = 0.01m;
    private const decimal LargestExponent = 100;

    private static readonly Dictionary<string, Aggregation> _aggregations = new(StringComparer.Ordinal)
    {
        ["arithmetic"] = Aggregation.Arithmetic,
        ["geometric"] = Aggregation.Geometric,
        ["harmonic"] = Aggregation.Harmonic,
        ["minimum"] = Aggregation.Minimum,
        ["maximum"] = Aggregation.Maximum,
        ["count"] = Aggregation.Count,
        ["ladder"] = Aggregation.Ladder,
    };

    public static (Aggregation Aggregation, double Exponent)? Read(YamlMapping node, Scale scale)
    {
        var written = node.Required("aggregate");
        (Aggregation, double)? read = written is YamlMapping power
            ? Exponent(power) is { } exponent
                ? (Aggregation.Power, (double)exponent)
                : null
            : written?.AsChoice(_aggregations) is { } aggregation
                ? (aggregation, 1)
                : null;
        if (read is (Aggregation.Geometric or Aggregation.Harmonic or Aggregation.Power, _) && scale.From < 0)
        {
            written!.Report(
                "aggregate-needs-positive",
                "Geometric, harmonic and power means need scores of 0 and above. Let the scale begin at 0, or aggregate otherwise."
            );
        }

        return read;
    }

    private static decimal? Exponent(YamlMapping power)
    {
        var node = power.Required("power");
        var exponent = node?.AsDecimal();
        power.NothingElse();
        if (exponent is null || (Math.Abs(exponent.Value) >= SmallestExponent && Math.Abs(exponent.Value) <= LargestExponent))
        {
            return exponent;
        }

        node!.Report(
            "power-out-of-range",
            exponent == 0
                ? "A power of 0 is the geometric mean. Write aggregate: geometric."
                : "A power lies between 0.01 and 100, or between -100 and -0.01. Nearer to 0 write geometric, beyond them minimum "
                    + "or maximum."
        );
        return null;
    }
}
