namespace Dmk.Maturity.Questionnaires;

/// <summary>The words and codes of a classification, made ready for <see cref="CodeSearch"/>.</summary>
internal sealed class CodeIndex
{
    private readonly IReadOnlyList<ClassificationEntry> _entries;
    private readonly IndexedCode[] _codes;
    private readonly TitleWord[] _words;
    private readonly TitleWord[] _tellingWords;

    private CodeIndex(Classification classification)
    {
        _entries = classification.Entries;
        var levels = _entries.Select(classification.LevelOf).ToList();
        var order = new int[_entries.Count];
        foreach (
            var (rank, at) in Enumerable
                .Range(0, _entries.Count)
                .OrderBy(at => _entries[at].Label.De.Length)
                .ThenByDescending(at => levels[at])
                .ThenBy(at => at)
                .Index()
        )
        {
            order[at] = rank;
        }

        var placeOf = _entries
            .Index()
            .DistinctBy(one => one.Item.Code)
            .ToDictionary(one => one.Item.Code, one => one.Index, StringComparer.Ordinal);
        _codes =
        [
            .. _entries.Select(
                (entry, at) =>
                    new IndexedCode(
                        Compact(GermanSpelling.Fold(entry.Code)),
                        levels[at],
                        classification.ParentOf(entry) is { } parent ? placeOf[parent.Code] : -1,
                        string.Join(' ', GermanSpelling.Words(GermanSpelling.Fold(entry.Label.De))),
                        order[at]
                    )
            ),
        ];
        _words = WordsOf([.. _entries.Select(entry => entry.Label.De)]);
        _tellingWords = [.. _words.Where(word => !word.IsStopWord)];
    }

    public static CodeIndex Of(Classification classification) => new(classification);

    public List<ClassificationEntry> Find(string typed, int limit, HashSet<int>? levels)
    {
        var ranks = Ranked(TypedCode.WithoutName(typed)).Where(one => levels is null || levels.Contains(_codes[one.Entry].Level)).ToList();
        ranks.Sort();
        return [.. ranks.Take(limit).Select(one => _entries[one.Entry])];
    }

    private IEnumerable<CodeRank> Ranked(string typed)
    {
        var folded = GermanSpelling.Fold(typed);
        var compact = Compact(folded);
        var number = TypedCode.Of(typed);
        if (number is { Rest.Length: 0 } code)
        {
            // Letters shift between editions: a number with the letter of the other one is found by its digits.
            var found = ByNumber(code) is { Count: > 0 } within ? within : ByNumber(code with { Top = null });
            if (found.Count > 0)
            {
                return found;
            }
        }

        var ranks = new WordSearch(_words, _tellingWords, _codes, folded).Ranks();
        if ((number ?? TypedCode.OfFirstWord(folded)) is { } above && Array.Exists(_codes, one => one.Compact == above.Digits))
        {
            // A line copied from the classification, number and title: the number decides between titles that agree.
            var below = new WordSearch(_words, _tellingWords, _codes, GermanSpelling.Fold(above.Rest))
                .Ranks()
                .Where(rank => rank.IsComplete && Fits(_codes[rank.Entry], above))
                .Select(rank =>
                    rank with
                    {
                        Group = _codes[rank.Entry].Compact == above.Digits ? CodeRank.ExactCode : CodeRank.CodeBeginning,
                    }
                )
                .ToDictionary(rank => rank.Entry);
            ranks = [.. below.Values, .. ranks.Where(rank => !below.ContainsKey(rank.Entry))];
        }

        var exact = Array.FindIndex(_codes, one => one.Compact == compact);
        return exact < 0 ? ranks : ranks.Where(rank => rank.Entry != exact).Prepend(new CodeRank(CodeRank.ExactCode, 0, 0, exact));
    }

    private List<CodeRank> ByNumber(TypedCode number) =>
        [
            .. Enumerable
                .Range(0, _codes.Length)
                .Where(at => Fits(_codes[at], number))
                .Select(at => new CodeRank(_codes[at].Compact == number.Digits ? CodeRank.ExactCode : CodeRank.CodeBeginning, 0, at, at)),
        ];

    private bool Fits(IndexedCode code, TypedCode number) =>
        code.Compact.StartsWith(number.Digits, StringComparison.Ordinal)
        && (number.Top is not { } top || Top(code).Compact == top.ToString());

    private IndexedCode Top(IndexedCode code)
    {
        for (var level = code.Level; level > 1 && code.Parent >= 0; level--)
        {
            code = _codes[code.Parent];
        }

        return code;
    }

    private static string Compact(string folded) => string.Concat(GermanSpelling.Words(folded));

    private static TitleWord[] WordsOf(List<string> titles)
    {
        var divided = titles.ConvertAll(TitleWords.Divided);
        var said = divided.ConvertAll(title => GermanSpelling.Fold(title.Said));
        var excluded = divided.ConvertAll(title => GermanSpelling.Fold(title.Excluded));
        var known = said.Concat(excluded).SelectMany(TitleWords.Whole).ToHashSet(StringComparer.Ordinal);
        var words = new Dictionary<(string Text, bool IsHalf), (List<int> Said, List<int> Excluded)>();
        for (var at = 0; at < titles.Count; at++)
        {
            foreach (var word in TitleWords.Of(said[at], known.Contains).Distinct())
            {
                Lists(word).Said.Add(at);
            }

            foreach (var word in TitleWords.Of(excluded[at], known.Contains).Distinct())
            {
                Lists(word).Excluded.Add(at);
            }
        }

        return
        [
            .. words.Select(word => new TitleWord(
                word.Key.Text,
                GermanStem.Of(word.Key.Text),
                word.Key.IsHalf,
                word.Value.Said,
                word.Value.Excluded
            )),
        ];

        (List<int> Said, List<int> Excluded) Lists((string Text, bool IsHalf) word)
        {
            return words.TryGetValue(word, out var lists) ? lists : words[word] = ([], []);
        }
    }
}
