namespace Dmk.Maturity.Questionnaires;

/// <summary>The keywords that have typed words, with how much of either is in the other.</summary>
internal sealed class KeywordHits
{
    private readonly float[] _typed;
    private readonly float[] _key;
    private readonly bool[] _has;

    public KeywordHits(List<TypedPart> typed, int keywords, KeywordParts parts, List<(int First, int[] Keywords)> joined)
    {
        (_typed, _key, _has) = (new float[keywords], new float[keywords], new bool[typed.Count]);
        var best = new PartMatch[keywords];
        for (var at = 0; at < typed.Count; at++)
        {
            Array.Clear(best);
            foreach (var (part, match) in parts.Matches(typed[at]))
            {
                Note(best, part, match);
            }

            foreach (var (first, having) in joined.Where(pair => at == pair.First || at == pair.First + 1))
            {
                Array.ForEach(having, keyword => best[keyword] = new(1, at == first ? 1 : 0));
            }

            Add(best, typed[at].Weight, at);
        }
    }

    /// <summary>Whether any keyword has the typed word at this place.</summary>
    public bool Has(int typed) => _has[typed];

    public List<(int Keyword, float Typed, float Key)> All()
    {
        var all = new List<(int, float, float)>();
        for (var at = 0; at < _typed.Length; at++)
        {
            if (_typed[at] > 0)
            {
                all.Add((at, _typed[at], _key[at]));
            }
        }

        return all;
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
            if (best[keyword].Typed > 0)
            {
                _typed[keyword] += best[keyword].Typed * weight;
                _key[keyword] += best[keyword].Key;
                _has[at] = true;
            }
        }
    }
}
