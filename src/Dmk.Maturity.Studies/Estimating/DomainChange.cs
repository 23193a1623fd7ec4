using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How the estimate of a domain changed since the earlier wave.</summary>
/// <param name="Before">Of the earlier wave; NaN where it has no value of the domain.</param>
/// <param name="PHolm">Of the change, adjusted for all domains of the variable: Holm (1979); NaN without a test.</param>
/// <param name="InBoth">Companies with a value in the domain in both waves; null without a panel.</param>
/// <param name="Covariance">Of the two estimates; null without a panel, NaN where it cannot be estimated and counts as 0.</param>
public sealed record DomainChange(WaveEstimate Before, long BeforeRespondents, Trend Trend, double PHolm, long? InBoth, double? Covariance);
