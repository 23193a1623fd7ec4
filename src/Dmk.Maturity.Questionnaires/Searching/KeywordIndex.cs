using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The everyday names of a classification, made ready for searching.</summary>
internal sealed class KeywordIndex
{
    /// <summary>Who types more words has said enough with these.</summary>
    private const int MostWords = 8;

    /// <summary>What an exact word is worth; its second code a little less.</summary>
    public const int Exact = 1000;

    private const int Step = 4;

    private readonly int[][] _entries;
    private readonly KeywordParts _parts;
    private readonly FrozenDictionary<string, int[]> _byCompact;
    private readonly FrozenDictionary<string, int[]> _byStem;
    private readonly int _count;

    /// <param name="words">The everyday names.</param>
    /// <param name="placeOf">Places of codes in the classification.</param>
    /// <param name="titleWords">Words of the titles, as <see cref="GermanSpelling.Fold"/> leaves them.</param>
    public KeywordIndex(IReadOnlyList<ClassificationWord> words, IReadOnlyDictionary<string, int> placeOf, IEnumerable<string> titleWords)
    {
        _count = placeOf.Count;
        _entries = [.. words.Select(word => word.Codes.Where(placeOf.ContainsKey).Select(code => placeOf[code]).ToArray())];
        var folded = words.Select(word => GermanSpelling.Fold(word.Word)).ToList();
        var parts = new Dictionary<string, KeywordPart>(StringComparer.Ordinal);
        for (var at = 0; at < folded.Count; at++)
        {
            AddParts(folded[at], at, parts);
        }

        _parts = new(parts.Values, titleWords);
        _byCompact = Compacts(folded, text => text);
        _byStem = Compacts(folded, KeywordStem.Of);
    }

    /// <summary>Whether it is a word of a keyword or of a title, in any form.</summary>
    public bool Knows(string word) => _parts.Knows(word);

    /// <summary>What each entry is worth by the keywords that lead to it: 0 to <see cref="Exact"/>.</summary>
    /// <param name="folded">What was typed, as <see cref="GermanSpelling.Fold"/> leaves it.</param>
    public float[] Worth(string folded)
    {
        var worth = new float[_count];
        var words = GermanSpelling.Words(folded);
        if (_entries.Length == 0 || words.Length == 0)
        {
            return worth;
        }

        var typed = Typed(words);
        Note(worth, new KeywordHits(typed, _entries.Length, _parts, Joined(typed)), typed);
        var compact = string.Concat(words);
        Note(worth, _byStem.GetValueOrDefault(KeywordStem.Of(compact), []), Exact - 15);
        Note(worth, _byCompact.GetValueOrDefault(compact, []), Exact);
        return worth;
    }

    private static List<TypedPart> Typed(string[] words)
    {
        var telling = words.Where(word => !Fillers.IsStopWord(word)).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
        return
        [
            .. (telling.Count > 0 ? telling : [.. words.Distinct(StringComparer.Ordinal).Take(MostWords)]).Select(
                (word, at) => TypedPart.Of(word, Math.Max(Fillers.WeightOf(word), Fillers.Weight) * (1 - (0.04f * at)))
            ),
        ];
    }

    /// <summary>Neighbours that are a keyword when they are written as one: Online-Shop.</summary>
    private List<(int First, int[] Keywords)> Joined(List<TypedPart> typed) =>
        [
            .. Enumerable
                .Range(0, Math.Max(0, typed.Count - 1))
                .Select(at => (at, _byStem.GetValueOrDefault(KeywordStem.Of(typed[at].Text + typed[at + 1].Text), [])))
                .Where(pair => pair.Item2.Length > 0),
        ];

    private void Note(float[] worth, KeywordHits hits, List<TypedPart> typed)
    {
        var total =
            typed.Where((_, at) => hits.Has(at)).Sum(part => part.Weight)
            + (0.1f * typed.Where((_, at) => !hits.Has(at)).Sum(part => part.Weight));
        foreach (var (keyword, typedShare, keyShare) in hits.All())
        {
            var value = (Exact - 30) * MathF.Pow(Math.Min(1, typedShare / total), 0.9f) * MathF.Pow(Math.Min(1, keyShare), 0.6f);
            Note(worth, [keyword], value);
        }
    }

    private void Note(float[] worth, int[] keywords, float value)
    {
        foreach (var keyword in keywords)
        {
            foreach (var (order, entry) in _entries[keyword].Index())
            {
                worth[entry] = Math.Max(worth[entry], value - (order * Step));
            }
        }
    }

    private static void AddParts(string folded, int at, Dictionary<string, KeywordPart> parts)
    {
        var words = GermanSpelling.Words(folded).Where(word => !Fillers.IsStopWord(word)).Distinct(StringComparer.Ordinal).ToList();
        var total = words.Sum(Fillers.WeightOf);
        foreach (var word in words)
        {
            Part(word).Keywords.Add((at, Fillers.WeightOf(word) / total));
        }

        if (words.Count > 1)
        {
            Part(string.Concat(words)).Keywords.Add((at, 1));
        }

        KeywordPart Part(string word)
        {
            return parts.TryGetValue(word, out var part) ? part : parts[word] = new(word);
        }
    }

    private static FrozenDictionary<string, int[]> Compacts(List<string> folded, Func<string, string> form) =>
        folded
            .Select((text, at) => (Text: form(string.Concat(GermanSpelling.Words(text))), At: at))
            .GroupBy(one => one.Text, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(one => one.At).ToArray(), StringComparer.Ordinal);
}
