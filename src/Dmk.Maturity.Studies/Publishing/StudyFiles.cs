namespace Dmk.Maturity.Studies;

/// <summary>What an office hands in to publish a study.</summary>
/// <param name="Questionnaire">The text of its questionnaire.</param>
/// <param name="Indices">The texts of its index models.</param>
/// <param name="Study">The text of its design.</param>
/// <param name="Frame">Companies by stratum; empty where the frame is imported afterwards.</param>
public sealed record StudyFiles(
    string Questionnaire,
    IReadOnlyList<string> Indices,
    string Study,
    IReadOnlyList<FrameStratum> Frame,
    Origin Origin
);
