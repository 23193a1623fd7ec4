namespace Dmk.Maturity.Studies;

/// <summary>Response rates of drawn companies, in percent, after AAPOR, Standard Definitions (10th edition, 2023).</summary>
/// <remarks>With I complete, P partial, R refused, NC not contacted, O other and U of unknown eligibility: RR1 = I / (I + P + R + NC + O +
/// U), RR2 = (I + P) / the same, RR3 and RR4 with e U in the place of U. A response is drawn, begun or submitted here: I is submitted, P
/// begun, and nobody is known to be ineligible or to refuse. So all the others are U, and e is declared to be 1: every company that is
/// drawn is taken to exist and to belong to the population, whereby RR3 = RR1 and RR4 = RR2, the lowest that they can be. What has been
/// begun counts as partial however little it holds, so RR2 is an upper bound of a rate with a rule of sufficiency.</remarks>
/// <param name="Rr1">Companies that have submitted, of those drawn.</param>
/// <param name="Rr2">Companies that have begun or submitted, of those drawn.</param>
public sealed record ResponseRate(double Rr1, double Rr2)
{
    private const double Percent = 100;

    /// <returns>Null where nobody was drawn.</returns>
    internal static ResponseRate? Of(long submitted, long begun, long drawn) =>
        drawn == 0 ? null : new(Percent * submitted / drawn, Percent * Math.Min(submitted + begun, drawn) / drawn);

    /// <summary>To 0.1 %.</summary>
    internal ResponseRate Rounded() => new(Rounding.Tenths(Rr1), Rounding.Tenths(Rr2));
}
