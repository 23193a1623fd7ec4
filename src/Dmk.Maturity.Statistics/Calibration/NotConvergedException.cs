using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>No weights within the bounds meet all totals.</summary>
public sealed class NotConvergedException : Exception
{
    public NotConvergedException(string margin, double wanted, double reached)
        : base(
            $"No weights meet all totals: {margin} is to be {Number(wanted)} and comes to {Number(reached)}. Widen the bounds, or look "
                + "whether the margins add up to the same total."
        ) => (Margin, Wanted, Reached) = (margin, wanted, reached);

    /// <summary>The total that is missed by the largest share.</summary>
    public string Margin { get; }

    public double Wanted { get; }

    public double Reached { get; }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
