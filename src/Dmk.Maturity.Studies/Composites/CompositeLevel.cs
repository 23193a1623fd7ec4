namespace Dmk.Maturity.Studies;

/// <summary>A named level of a composite, from its lower bound (included) up to the next one.</summary>
public sealed record CompositeLevel(string Id, double From)
{
    /// <param name="levels">Ascending.</param>
    /// <returns>Null where the score is missing or lies below the first level.</returns>
    public static CompositeLevel? Of(double score, IReadOnlyList<CompositeLevel> levels) =>
        levels.LastOrDefault(level => score >= level.From - (1e-12 * Math.Abs(level.From)));
}
