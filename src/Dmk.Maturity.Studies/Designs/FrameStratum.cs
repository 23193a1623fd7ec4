namespace Dmk.Maturity.Studies;

/// <summary>A stratum of the design with its units in the frame and in the sample.</summary>
public sealed record FrameStratum(ReportingCell Cell, long Population, long Sampled);
