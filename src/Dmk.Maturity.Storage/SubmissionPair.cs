namespace Dmk.Maturity.Storage;

/// <summary>Two submissions of one company, in two waves.</summary>
/// <param name="Before">The number of the earlier one in its study.</param>
/// <param name="After">That of the later one.</param>
/// <param name="StratumBefore">As <see cref="StoredStratum.Cell"/>.</param>
/// <param name="CellBefore">As <see cref="StoredSubmission.Cell"/>.</param>
/// <param name="ScoresBefore">Under one index model; NaN is missing.</param>
public sealed record SubmissionPair(long Before, long After, string StratumBefore, string CellBefore, double[] ScoresBefore);
