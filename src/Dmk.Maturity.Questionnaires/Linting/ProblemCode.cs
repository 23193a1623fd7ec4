namespace Dmk.Maturity.Questionnaires;

/// <summary>What a code of a problem stands for.</summary>
/// <param name="Area">What kind of mistake it is, such as names or expressions.</param>
/// <param name="Severities">How it is reported; some are errors in one case and warnings in another.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Example">What it looks like, where a line can show it.</param>
public sealed record ProblemCode(
    string Code,
    string Area,
    IReadOnlyList<Severity> Severities,
    string Meaning,
    string Remedy,
    string? Example
);
