using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>How far weights may go from those before, and how going far is counted: Deville and Särndal (1992), table 1.</summary>
/// <remarks>g = F(u) is the factor on a unit's weight, u = x'lambda. All have F(0) = 1 and F'(0) = 1.</remarks>
public abstract record CalibrationDistance
{
    private CalibrationDistance() { }

    /// <summary>g = 1 + u: the general regression estimator. Weights may become negative.</summary>
    public static CalibrationDistance Linear { get; } = new LinearDistance();

    /// <summary>g = exp(u): what iterative proportional fitting arrives at.</summary>
    public static CalibrationDistance Raking { get; } = new RakingDistance();

    /// <summary>Between the bounds along a logistic curve (case 6).</summary>
    /// <param name="lower">Of g, 0 or more and below 1.</param>
    /// <param name="upper">Above 1.</param>
    public static CalibrationDistance Logit(double lower, double upper) => new LogitDistance(Checked(lower, upper));

    /// <summary>As far as the bounds, then no further (case 7).</summary>
    /// <param name="lower">Of g, below 1.</param>
    /// <param name="upper">Above 1.</param>
    public static CalibrationDistance ClippedLinear(double lower, double upper) => new Clipped(Linear, Checked(lower, upper));

    /// <summary>As far as the bounds, then no further.</summary>
    /// <inheritdoc cref="ClippedLinear"/>
    public static CalibrationDistance ClippedRaking(double lower, double upper) => new Clipped(Raking, Checked(lower, upper));

    /// <summary>As files and commands write it, as in clipped-raking.</summary>
    public abstract string Code { get; }

    /// <summary>Between which factors weights stay; null for none.</summary>
    public virtual (double Lower, double Upper)? Limits => null;

    /// <summary>Whether factors have bounds that could be widened.</summary>
    internal bool IsBounded => Limits is not null;

    /// <summary>F(u) and F'(u).</summary>
    internal abstract (double Factor, double Slope) At(double u);

    private static (double Lower, double Upper) Checked(double lower, double upper) =>
        lower < 1 && upper > 1 && double.IsFinite(lower) && double.IsFinite(upper)
            ? (lower, upper)
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Bounds lie on both sides of 1, as in 0.5 and 2, not {lower} and {upper}.")
            );

    private sealed record LinearDistance : CalibrationDistance
    {
        public override string Code => "linear";

        internal override (double Factor, double Slope) At(double u) => (1 + u, 1);
    }

    private sealed record RakingDistance : CalibrationDistance
    {
        public override string Code => "raking";

        internal override (double Factor, double Slope) At(double u) => Math.Exp(u) is var factor ? (factor, factor) : default;
    }

    private sealed record LogitDistance((double Lower, double Upper) Bounds) : CalibrationDistance
    {
        public override string Code => "logit";

        public override (double Lower, double Upper)? Limits => Bounds;

        internal override (double Factor, double Slope) At(double u)
        {
            var (lower, upper) = Bounds;
            var steepness = (upper - lower) / ((1 - lower) * (upper - 1));
            // exp(Au)/(U-1 + (1-L) exp(Au)) without overflow on either side.
            var share = 1 / (1 + ((upper - 1) / (1 - lower) * Math.Exp(-steepness * u)));
            return (lower + ((upper - lower) * share), (upper - lower) * steepness * share * (1 - share));
        }
    }

    private sealed record Clipped(CalibrationDistance Free, (double Lower, double Upper) Bounds) : CalibrationDistance
    {
        public override string Code => $"clipped-{Free.Code}";

        public override (double Lower, double Upper)? Limits => Bounds;

        internal override (double Factor, double Slope) At(double u)
        {
            var (factor, slope) = Free.At(u);
            return factor <= Bounds.Lower ? (Bounds.Lower, 0)
                : factor >= Bounds.Upper ? (Bounds.Upper, 0)
                : (factor, slope);
        }
    }
}
