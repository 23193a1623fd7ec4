using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>A stratum has a single respondent, so that its variance cannot be estimated, and that was to be an error.</summary>
public sealed class LonelyUnitException : InvalidOperationException
{
    public LonelyUnitException()
        : this(0) { }

    public LonelyUnitException(string message)
        : base(message) { }

    public LonelyUnitException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <param name="stratum">Its index.</param>
    public LonelyUnitException(int stratum)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Stratum {stratum} has a single respondent: choose how to treat it, or collapse it with a neighbour."
            )
        ) => Stratum = stratum;

    /// <summary>Its index.</summary>
    public int Stratum { get; }
}
