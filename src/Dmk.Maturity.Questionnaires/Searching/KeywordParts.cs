using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>All words of the keywords, found by what they are, begin with or end with, so that no search looks at each of them.</summary>
internal sealed class KeywordParts
{
    private const int ShortestWithin = 3;

    private readonly KeywordPart[] _sorted;
    private readonly string[] _forwards;
    private readonly KeywordPart[] _sortedByEnd;
    private readonly string[] _backwards;
    private readonly FrozenDictionary<string, KeywordPart[]> _byText;
    private readonly FrozenDictionary<string, KeywordPart[]> _byStem;
    private readonly FrozenDictionary<string, KeywordPart[]> _byCore;
    private readonly FrozenSet<string> _known;

    /// <param name="parts">Each once.</param>
    /// <param name="titleWords">Words of the titles, which are words as well.</param>
    public KeywordParts(IReadOnlyCollection<KeywordPart> parts, IEnumerable<string> titleWords)
    {
        _sorted = [.. parts.OrderBy(part => part.Text, StringComparer.Ordinal)];
        _forwards = [.. _sorted.Select(part => part.Text)];
        _sortedByEnd = [.. parts.OrderBy(part => Backwards(part.Text), StringComparer.Ordinal)];
        _backwards = [.. _sortedByEnd.Select(part => Backwards(part.Text))];
        _byText = By(parts, part => part.Text);
        _byStem = By(parts, part => part.Stem);
        _byCore = By(parts, part => part.Trade.Core);
        _known = parts.SelectMany(part => new[] { part.Text, part.Stem }).Concat(titleWords).Where(text => text.Length > 2).ToFrozenSet();
    }

    /// <summary>Whether it is a word of a keyword or of a title, in any form.</summary>
    public bool Knows(string word) => _known.Contains(word) || _known.Contains(KeywordStem.Of(word));

    /// <summary>All that have the typed word in some way; with typing errors only where none has the word itself. What is no word and
    /// only shares its stem with one (plumer, plums) may be an error in another (plumber).</summary>
    public List<(KeywordPart Part, PartMatch Match)> Matches(TypedPart typed)
    {
        var found = new List<(KeywordPart, PartMatch)>();
        var isSame = false;
        foreach (var part in Candidates(typed))
        {
            if (part.Match(typed, _known.Contains) is { Typed: > 0 } match)
            {
                found.Add((part, match));
                isSame |= match.IsSame;
            }
        }

        var isMeant = isSame && _known.Contains(typed.Text);
        foreach (var part in isMeant || typed.Weight <= Fillers.Weight ? [] : _sorted)
        {
            if (part.MatchTypingErrors(typed) is { Typed: > 0 } match)
            {
                found.Add((part, match));
            }
        }

        return found;
    }

    private HashSet<KeywordPart> Candidates(TypedPart typed)
    {
        var all = new HashSet<KeywordPart>();
        all.UnionWith(_byStem.GetValueOrDefault(typed.Stem, []));
        all.UnionWith(_byCore.GetValueOrDefault(typed.Trade.Core, []));
        for (var at = 0; at <= typed.Text.Length - ShortestWithin; at++)
        {
            all.UnionWith(_byText.GetValueOrDefault(typed.Text[at..], []));
            all.UnionWith(_byStem.GetValueOrDefault(typed.Text[..(at + ShortestWithin)], []));
        }

        for (var at = 1; at <= typed.Stem.Length - ShortestWithin; at++)
        {
            all.UnionWith(_byStem.GetValueOrDefault(typed.Stem[at..], []));
        }

        AddBeginning(typed.Text, _forwards, _sorted, all);
        AddBeginning(typed.Stem, _forwards, _sorted, all);
        AddBeginning(Backwards(typed.Text), _backwards, _sortedByEnd, all);
        return all;
    }

    private static void AddBeginning(string beginning, string[] texts, KeywordPart[] parts, HashSet<KeywordPart> all)
    {
        if (beginning.Length < 2)
        {
            return;
        }

        var at = Array.BinarySearch(texts, beginning, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < texts.Length && texts[at].StartsWith(beginning, StringComparison.Ordinal); at++)
        {
            all.Add(parts[at]);
        }
    }

    private static string Backwards(string text) =>
        string.Create(
            text.Length,
            text,
            (letters, from) =>
            {
                from.CopyTo(letters);
                letters.Reverse();
            }
        );

    private static FrozenDictionary<string, KeywordPart[]> By(IEnumerable<KeywordPart> parts, Func<KeywordPart, string> key) =>
        parts.GroupBy(key, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
