namespace Dmk.Maturity.Studies;

/// <summary>A part of the population in the field, by where the frame has its companies: all of it, or a Land; nothing finer.</summary>
/// <param name="FramePopulation">Companies of the frame; to three digits for readers other than operators.</param>
/// <param name="Drawn">Those of them that were drawn; to three digits for readers other than operators.</param>
/// <param name="Rate">To 0.1 % for readers other than operators. Null where nobody was drawn, or where it is not told.</param>
public sealed record FieldPart(long FramePopulation, long Drawn, ResponseRate? Rate);
