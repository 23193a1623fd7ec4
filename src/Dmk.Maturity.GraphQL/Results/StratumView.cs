using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Stratum"), Description("A stratum of the frame.")]
internal sealed class StratumView(FrameStratum stratum, IReadOnlyList<ReportingVariable> strata, CodeNames names)
{
    [Description("Where it stands in the variables by which the sample is drawn, the Land first."), ListSize(3)]
    public IEnumerable<CellCodeView> Codes => strata.Select(variable => names.OfCell(variable, variable.CodeOf(stratum.Cell)));

    [Description("Companies in the frame.")]
    public int Population => checked((int)stratum.Population);

    [Description("Companies drawn.")]
    public int Sampled => checked((int)stratum.Sampled);
}
