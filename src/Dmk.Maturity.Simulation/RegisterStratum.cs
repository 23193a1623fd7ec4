using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Simulation;

/// <summary>A stratum of the synthetic sample: the units that the register counts, and those drawn.</summary>
public sealed record RegisterStratum(RegisterCell Cell, long Population, long Sampled)
{
    public FrameStratum In(StudyDesign design) => new(Cell.In(design), Population, Sampled);
}
