using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The keywords that have typed words, with how much of either is in the other.</summary>
internal sealed class KeywordHits
{
    private readonly float[] _typed;
    private readonly float[] _key;
    private readonly bool[] _has;

    public KeywordHits(
        List<TypedPart> typed,
        int keywords,
        KeywordPart[] parts,
        FrozenSet<string> known,
        List<(int First, int[] Keywords)> joined
    )
    {
        (_typed, _key, _has) = (new float[keywords], new float[keywords], new bool[typed.Count]);
        var best = new PartMatch[keywords];
        for (var at = 0; at < typed.Count; at++)
        {
            Array.Clear(best);
            foreach (var (part, match) in Matches(typed[at], parts, known))
            {
                Note(best, part, match);
            }

            foreach (var pair in joined.Where(pair => at == pair.First || at == pair.First + 1))
            {
                Array.ForEach(pair.Keywords, keyword => best[keyword] = new(1, at == pair.First ? 1 : 0));
            }

            Add(best, typed[at].Weight, at);
        }
    }

    /// <summary>Whether any keyword has the typed word at this place.</summary>
    public bool Has(int typed) => _has[typed];

    public IEnumerable<(int Keyword, float Typed, float Key)> All() =>
        Enumerable.Range(0, _typed.Length).Where(at => _typed[at] > 0).Select(at => (at, _typed[at], _key[at]));

    private static List<(KeywordPart Part, PartMatch Match)> Matches(TypedPart typed, KeywordPart[] parts, FrozenSet<string> known)
    {
        var found = new List<(KeywordPart, PartMatch)>();
        var isSame = false;
        foreach (var part in parts)
        {
            if (part.Match(typed, known.Contains) is { Typed: > 0 } match)
            {
                found.Add((part, match));
                isSame |= match.IsSame;
            }
        }

        foreach (var part in isSame || typed.Weight <= Fillers.Weight ? [] : parts)
        {
            if (part.MatchTypingErrors(typed) is { Typed: > 0 } match)
            {
                found.Add((part, match));
            }
        }

        return found;
    }

    private static void Note(PartMatch[] best, KeywordPart part, PartMatch match)
    {
        foreach (var (keyword, share) in part.Keywords)
        {
            var here = match with { Key = match.Key * share };
            if (here.Typed * here.Key > best[keyword].Typed * best[keyword].Key)
            {
                best[keyword] = here;
            }
        }
    }

    private void Add(PartMatch[] best, float weight, int at)
    {
        for (var keyword = 0; keyword < best.Length; keyword++)
        {
            _typed[keyword] += best[keyword].Typed * weight;
            _key[keyword] += best[keyword].Key;
            _has[at] |= best[keyword].Typed > 0;
        }
    }
}
