using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A company of a frame, as its line says.</summary>
/// <param name="UnitId">Persistent and pseudonymous, the same across waves.</param>
/// <param name="Persons">Persons employed; null where the frame does not say.</param>
/// <param name="Wz">Code of the WZ as its classification writes it; null where the frame does not say.</param>
/// <param name="Name">For the letter; empty where the frame does not say.</param>
/// <param name="Address">For the letter; empty where the frame does not say.</param>
/// <param name="Previous">Answers of the wave before, under the ids of facts.</param>
public sealed record FrameUnit(
    string UnitId,
    ReportingCell Stratum,
    int? Persons,
    string? Wz,
    string Name,
    string Address,
    Answers Previous
);
