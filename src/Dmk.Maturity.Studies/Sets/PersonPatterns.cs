using System.Collections.Concurrent;

namespace Dmk.Maturity.Studies;

/// <summary>Who has which dimensions of an index, where figures per person employed of all of them are shown.</summary>
/// <remarks>The index of companies with the same dimensions is made from these with the same weights. So an index less its dimensions, with
/// the weights of one such pattern, drops all companies of that pattern and tells of the others. The frequent patterns are tried one by
/// one, and all others at once, which withholds rather too much. An index that is made otherwise tells less.</remarks>
/// <param name="headlines">Places of the index and its dimensions among the headlines.</param>
internal sealed class PersonPatterns(IReadOnlyList<int> headlines, PersonRule rule)
{
    /// <summary>So many patterns are looked at one by one; all others together first.</summary>
    private const int Frequent = 6;

    private readonly ConcurrentDictionary<string, Lazy<bool>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ScorePattern, string> _patterns = [];

    /// <summary>Whether the index and its dimensions together tell of too few companies of some cells.</summary>
    public bool Tell(IReadOnlyList<PersonCell> cells)
    {
        var key = string.Join(Environment.NewLine, cells.Select(cell => string.Join(ReportingCell.Separator, cell.Codes)));
        return _known.GetOrAdd(key, _ => new(() => Told(cells))).Value;
    }

    private bool Told(IReadOnlyList<PersonCell> cells)
    {
        var companies = cells
            .SelectMany(cell => cell.Companies)
            .Select(one => (Pattern: PatternOf(one.Scores), one.Size))
            .Where(one => one.Pattern.Length > 0)
            .ToArray();
        string[] patterns = [.. companies.CountBy(one => one.Pattern).OrderByDescending(one => one.Value).Select(one => one.Key)];
        var rare = patterns.Skip(Frequent).ToHashSet(StringComparer.Ordinal);

        // Without any of the rare ones, at least all others are left. Where that is not enough to be sure, each would have to be tried.
        WeightedPersons[] others = [.. companies.Where(one => !rare.Contains(one.Pattern)).Select(one => one.Size)];
        return (rare.Count > 0 && !rule.TellsOfNoneBetween(others, [.. companies.Select(one => one.Size)]))
            || patterns
                .Take(Frequent)
                .Any(pattern => rule.Tells([.. companies.Where(one => one.Pattern != pattern).Select(one => one.Size)]));
    }

    /// <summary>Empty where they have none of these.</summary>
    private string PatternOf(ScorePattern scores) =>
        _patterns.GetOrAdd(
            scores,
            static (one, places) => places.Any(place => one[place]) ? string.Concat(places.Select(place => one[place] ? '1' : '0')) : "",
            headlines
        );
}
