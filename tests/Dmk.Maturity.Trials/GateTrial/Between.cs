namespace Dmk.Maturity.Trials;

/// <summary>What a reader knows of a number: it lies between these two, both included.</summary>
internal readonly record struct Between(double Low, double High)
{
    public double Middle => (Low + High) / 2;

    public double Half => (High - Low) / 2;

    public static Between Around(double value, double half) => new(value - half, value + half);

    public static Between operator +(Between one, Between other)
    {
        return new(one.Low + other.Low, one.High + other.High);
    }

    public static Between operator -(Between one, Between other)
    {
        return new(one.Low - other.High, one.High - other.Low);
    }

    public static Between operator *(Between one, Between other)
    {
        ReadOnlySpan<double> ends = [one.Low * other.Low, one.Low * other.High, one.High * other.Low, one.High * other.High];
        return new(
            Math.Min(Math.Min(ends[0], ends[1]), Math.Min(ends[2], ends[3])),
            Math.Max(Math.Max(ends[0], ends[1]), Math.Max(ends[2], ends[3]))
        );
    }

    public static Between operator *(double factor, Between one)
    {
        return Around(factor, 0) * one;
    }

    /// <summary>Unbounded where the divisor may be 0.</summary>
    public static Between operator /(Between one, Between other)
    {
        return other.Low <= 0 && other.High >= 0
            ? new(double.NegativeInfinity, double.PositiveInfinity)
            : one * new Between(1 / other.High, 1 / other.Low);
    }

    public bool Holds(double value) => value >= Low && value <= High;

    public bool Meets(Between other) => Low <= other.High && other.Low <= High;

    public Between Within(double low, double high) => new(Math.Clamp(Low, low, high), Math.Clamp(High, low, high));
}
