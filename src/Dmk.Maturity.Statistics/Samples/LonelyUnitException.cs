using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>A stratum has a single unit, so that its variance cannot be estimated, and that was to be an error.</summary>
/// <param name="stratum">Its index.</param>
public sealed class LonelyUnitException(int stratum)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Stratum {stratum} has a single respondent: choose how to treat it, or collapse it with a neighbour."
        )
    )
{
    public int Stratum { get; } = stratum;
}
