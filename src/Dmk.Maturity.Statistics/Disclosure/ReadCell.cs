namespace Dmk.Maturity.Statistics;

/// <summary>A cell of a table as somebody has read it.</summary>
/// <param name="Codes">One code per dimension of the study; null is the total over that dimension.</param>
/// <param name="Source">Which companies its table is made from: only cells of the same companies add up.</param>
/// <param name="Respondents">Those with a value; that there are none is known.</param>
/// <param name="Mean">Between what the mean is known to lie beforehand: as far as it is rounded where it is given, the whole scale where it
/// is not. In parts of the scale, 0 to 1.</param>
/// <param name="Population">As far as it is rounded; null where the cell is not given.</param>
public sealed record ReadCell(
    IReadOnlyList<string?> Codes,
    int Source,
    long Respondents,
    (double Lower, double Upper) Mean,
    (double Lower, double Upper)? Population
)
{
    /// <summary>Whether its mean must stay open, as it tells of too few.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Its population and its weighted sum in parts of the scale, where figures are given exactly and the one who asks what others
    /// can work out knows those that are not; null else. All cells have it or none.</summary>
    public (double Population, double Sum)? Truth { get; init; }
}
