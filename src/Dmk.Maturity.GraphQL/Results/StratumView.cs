using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Stratum"), Description("A stratum of the frame.")]
internal sealed class StratumView(FrameStratum stratum, CodeNames names)
{
    [Description("Its Land.")]
    public CodeView Land => names.Of(ReportingVariable.Land, stratum.Cell.Land);

    [Description("Its sector.")]
    public CodeView Sector => names.Of(ReportingVariable.Sector, stratum.Cell.Sector);

    [Description("Its size class.")]
    public CodeView Size => names.Of(ReportingVariable.Size, stratum.Cell.Size);

    [Description("Companies in the frame.")]
    public int Population => checked((int)stratum.Population);

    [Description("Companies drawn.")]
    public int Sampled => checked((int)stratum.Sampled);
}
