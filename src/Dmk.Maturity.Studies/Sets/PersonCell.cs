using System.Collections.Concurrent;

namespace Dmk.Maturity.Studies;

/// <summary>The companies of one cell of a table, as figures per person employed are decided on.</summary>
/// <param name="Key">See <see cref="ShownKey"/>.</param>
/// <param name="Codes">One per variable of the study, of coarser ones that follow, too; null where it is a total.</param>
/// <param name="Companies">With the scores that they have, by ascending size.</param>
internal sealed record PersonCell(
    string Key,
    IReadOnlyList<string?> Codes,
    IReadOnlyList<(ScorePattern Scores, WeightedPersons Size)> Companies
)
{
    private readonly ConcurrentDictionary<int, (WeightedPersons[] Companies, long Count)> _with = [];

    /// <summary>Those with a score of a node.</summary>
    /// <param name="headline">Its place among the headlines.</param>
    public IReadOnlyList<WeightedPersons> With(int headline) => Known(headline).Companies;

    /// <summary>How many they are.</summary>
    /// <inheritdoc cref="With"/>
    public long CountWith(int headline) => Known(headline).Count;

    private (WeightedPersons[] Companies, long Count) Known(int headline) =>
        _with.GetOrAdd(
            headline,
            static (place, companies) =>
            {
                WeightedPersons[] with = [.. companies.Where(one => one.Scores[place]).Select(one => one.Size)];
                return (with, with.Sum(one => one.Companies));
            },
            Companies
        );
}
