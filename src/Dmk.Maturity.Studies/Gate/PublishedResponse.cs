namespace Dmk.Maturity.Studies;

/// <summary>How many companies have a score of an item and how many have none, past the gate. Where the status withholds, everything else
/// is null.</summary>
public sealed record PublishedResponse
{
    private PublishedResponse(CellStatus status) => Status = status;

    public CellStatus Status { get; }

    /// <summary>Companies with a score.</summary>
    public long? Scored { get; private init; }

    /// <summary>Companies that have answered the questionnaire and have no score of the item.</summary>
    public long? Without { get; private init; }

    /// <summary>Of all companies, each counting alike, those without a score; in percent, 0 to 100. To 0.1 for everybody but
    /// operators.</summary>
    public double? UnweightedShare { get; private init; }

    /// <summary>The same under the weights.</summary>
    public double? WeightedShare { get; private init; }

    internal static PublishedResponse Withheld(CellStatus status) => new(status);

    internal static PublishedResponse Shown(long scored, long without, double unweighted, double weighted) =>
        new(CellStatus.Published)
        {
            Scored = scored,
            Without = without,
            UnweightedShare = unweighted,
            WeightedShare = weighted,
        };
}
