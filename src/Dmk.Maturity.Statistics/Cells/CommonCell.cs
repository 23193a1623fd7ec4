namespace Dmk.Maturity.Statistics;

/// <summary>Companies that answered in two waves, alike in where they were drawn and where they count in either.</summary>
/// <param name="Before">The place of their cell among the cells of the earlier wave's sample.</param>
/// <param name="After">Among those of the later one.</param>
public readonly record struct CommonCell(int Before, int After, CommonSums Sums);
