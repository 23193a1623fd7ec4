using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What a study withholds, as its file declares it.</summary>
/// <param name="MinimumRespondents">Of a figure, and of every set of companies that can be formed by adding and subtracting figures; 1
/// shows all, for a census of public bodies.</param>
public sealed record ConfidentialityRule(int MinimumRespondents)
{
    /// <summary>Scores of fewer companies than this give some of them away to others that know their own.</summary>
    public const int UsualMinimum = 5;

    /// <summary>Of companies at one level of an index: shares of fewer tell those who are there of each other.</summary>
    public const int UsualCount = 3;

    /// <summary>Of the companies at one level of an index, where shares of them are shown; no more than are asked of a mean, which tells of
    /// all of them together.</summary>
    public int MinimumCount { get; init; } = Math.Min(UsualCount, MinimumRespondents);

    /// <summary>Half the width of an interval, in points of a scale from 0 to 100, above which an estimate is marked as unreliable; on
    /// another scale the same part of it. Above 0, at most 50.</summary>
    public double UnreliableHalfWidth { get; init; } = 10;

    /// <summary>To how many points of a scale of 100 nobody may narrow the mean of too few companies; 0 to 50, and 0 is not looked
    /// at.</summary>
    public double Protection { get; init; } = 10;

    public Dominance Dominance { get; init; } = Dominance.Usual;

    public ShowRhythm Show { get; init; } = ShowRhythm.Nightly;

    /// <summary>Which part of the companies may be left out of what readers see, so that more nodes can be shown of the others; 0 to
    /// 0.2.</summary>
    public double LeaveOutAtMost { get; init; } = 0.05;

    /// <summary>Why companies are protected less than usual; null where nothing is written.</summary>
    public string? Reason { get; init; }
}
