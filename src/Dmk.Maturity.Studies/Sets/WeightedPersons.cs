namespace Dmk.Maturity.Studies;

/// <summary>Companies of one size with one weight.</summary>
/// <param name="Weight">How many companies of the frame each stands for.</param>
/// <param name="Persons">Whom each of them employs; 0 for those that have not said, as they count for nothing in a figure per
/// person.</param>
/// <param name="Stay">How many of them the frame has where they stand.</param>
internal readonly record struct WeightedPersons(double Weight, double Persons, long Companies, long Stay)
{
    /// <summary>In which cell they stand of each table whose figures per enterprise are known.</summary>
    public int[] Known { get; init; } = [];
}
