namespace Dmk.Maturity.Studies;

/// <summary>What the frame says of one company.</summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Wz">Its code of the WZ; null where the frame does not say.</param>
/// <param name="Persons">Persons employed, 0 or more; null where the frame does not say.</param>
public sealed record FrameEntry(ReportingCell Cell, string? Wz, int? Persons);
