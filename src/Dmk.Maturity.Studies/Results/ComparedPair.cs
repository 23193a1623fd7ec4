namespace Dmk.Maturity.Studies;

/// <summary>Two Länder, the one minus the other.</summary>
/// <param name="One">Its code.</param>
/// <param name="Other">Its code.</param>
/// <param name="AdjustedP">Adjusted after Holm (1979) for all pairs; NaN without a test.</param>
public sealed record ComparedPair(string One, string Other, PublishedDifference Difference, double AdjustedP);
