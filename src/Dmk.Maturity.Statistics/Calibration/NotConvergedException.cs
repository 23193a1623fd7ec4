using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>No weights within the bounds meet all totals.</summary>
public sealed class NotConvergedException : Exception
{
    public NotConvergedException()
        : this("No weights meet all totals.") { }

    public NotConvergedException(string message)
        : base(message) => Margin = "";

    public NotConvergedException(string message, Exception innerException)
        : base(message, innerException) => Margin = "";

    public NotConvergedException(string margin, double wanted, double reached, CalibrationDistance distance)
        : base(
            $"No weights meet all totals: {margin} is to be {Number(wanted)} and comes to {Number(reached)}. "
                + $"{(distance.IsBounded ? "Widen the bounds, or look" : "Look")} whether the totals contradict each other."
        ) => (Margin, Wanted, Reached) = (margin, wanted, reached);

    /// <summary>The total that is missed by the largest share.</summary>
    public string Margin { get; }

    public double Wanted { get; }

    public double Reached { get; }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
