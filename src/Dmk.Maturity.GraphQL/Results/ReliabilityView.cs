using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[
    Name("Reliability"),
    Description(
        "How the items of a scale go together, of the companies that have a score of all of them. To 0.01 for readers other than "
            + "operators. Where the status withholds, every number is null."
    )
]
internal sealed class ReliabilityView(PublishedReliability reliability, Language language)
{
    [Description("Whether and why it is shown or not.")]
    public CellStatus Status => reliability.Status;

    [Description("The status in words.")]
    public string StatusText => StatusWords.Of(reliability.Status).In(language);

    [Description("Companies with a score of the node and of all its items.")]
    public int? Companies => reliability.Companies is { } companies ? checked((int)companies) : null;

    [Description("Cronbach's alpha (1951), under the weights; at most 1, and may lie below 0.")]
    public double? Alpha => reliability.Weighted?.Alpha.OrNull;

    [Description("The same, each company counting alike.")]
    public double? UnweightedAlpha => reliability.Unweighted?.Alpha.OrNull;

    [Description(
        "McDonald's omega (1999), total, under the weights: the share of the variance of the sum that one common factor makes, 0 to 1. "
            + "Null below three items."
    )]
    public double? Omega => reliability.Weighted?.Omega.OrNull;

    [Description("The same, each company counting alike.")]
    public double? UnweightedOmega => reliability.Unweighted?.Omega.OrNull;
}
