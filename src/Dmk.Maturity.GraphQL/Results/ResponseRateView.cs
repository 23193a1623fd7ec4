namespace Dmk.Maturity.GraphQL;

[
    Name("ResponseRate"),
    Description(
        "Response rates in percent, after AAPOR, Standard Definitions (2023): nobody is known to be ineligible or to refuse, and e is "
            + "declared to be 1, so that RR3 is RR1 and RR4 is RR2. To 0.1 for readers other than operators."
    )
]
internal sealed class ResponseRateView(double rr1, double rr2)
{
    [Description("Companies that have submitted, of those drawn.")]
    public double Rr1 { get; } = rr1;

    [Description("Companies that have begun or submitted, of those drawn; begun as of some minutes ago.")]
    public double Rr2 { get; } = rr2;
}
