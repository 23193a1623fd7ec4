namespace Dmk.Maturity.Questionnaires;

/// <summary>The words and codes of a classification, made ready for <see cref="CodeSearch"/>.</summary>
internal sealed class CodeIndex
{
    private readonly IReadOnlyList<ClassificationEntry> _entries;
    private readonly IndexedCode[] _codes;
    private readonly TitleWord[] _words;
    private readonly TitleWord[] _tellingWords;
    private readonly KeywordIndex _keywords;

    /// <summary>Digits of the longest code.</summary>
    private readonly int _longest;

    /// <summary>Keeps the second codes of an everyday name in their order, whatever their titles say.</summary>
    private const int Second = 300;

    /// <summary>Digits of a division of the WZ: what shares fewer has nothing to do with what was typed.</summary>
    private const int ShortestNumber = 2;

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
        _longest = _codes.Max(code => (int?)code.Compact.Length) ?? 0;
        _words = WordsOf(
            [.. _entries.Select(entry => entry.Label.De)],
            classification.Languages.Contains(Language.English) ? [.. _entries.Select(entry => entry.Label.En)] : []
        );
        _keywords = new(classification.Words, placeOf, _words.Select(word => word.Text));
        _tellingWords = [.. _words.Where(word => !word.IsStopWord)];
    }

    public static CodeIndex Of(Classification classification) => new(classification);

    /// <param name="typed">What was typed.</param>
    /// <param name="limit">Most that are wanted.</param>
    /// <param name="scope">Which codes may be found.</param>
    public List<ClassificationEntry> Find(string typed, int limit, CodeScope scope)
    {
        var text = TypedCode.WithoutName(typed);
        var ranks = ByNumber(text) is { } found
            ? new ScopedCodes(_codes, scope).Numbers(found)
            : new ScopedCodes(_codes, scope).Words([.. Ranked(text)]);
        return [.. ranks.Take(limit).Select(one => _entries[one.Entry])];
    }

    /// <summary>The whole of what was typed as a number: codes that begin with it. Letters shift between editions: a number with the
    /// letter of the other one is found by its digits. A zero behind a class without subclasses says nothing. Of a number that is no
    /// code and no longer than one, the codes that share most of its beginning: a number is never looked for in words.</summary>
    /// <returns>Null where no number was typed.</returns>
    private List<CodeRank>? ByNumber(string typed)
    {
        if (TypedCode.Of(typed) is not { Rest.Length: 0 } code)
        {
            return null;
        }

        TypedCode[] readings =
        [
            code,
            code with
            {
                Top = null,
            },
            code with
            {
                Top = null,
                Digits = code.Digits is [.. var shorter, '0'] && shorter.Length >= 4 ? shorter : code.Digits,
            },
        ];
        var beginnings = Enumerable
            .Range(ShortestNumber, code.Digits.Length > _longest ? 0 : Math.Max(0, code.Digits.Length - ShortestNumber))
            .Reverse()
            .Select(length => new TypedCode(null, code.Digits[..length], ""));
        return readings.Concat(beginnings).Select(ByNumber).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private IEnumerable<CodeRank> Ranked(string typed)
    {
        var folded = GermanSpelling.Fold(typed);
        var compact = Compact(folded);
        var ranks = ByWords(folded);
        if ((TypedCode.Of(typed) ?? TypedCode.OfFirstWord(folded)) is { } above && Array.Exists(_codes, one => one.Compact == above.Digits))
        {
            // A line copied from the classification, number and title: the number decides between titles that agree.
            var below = new WordSearch(_words, _tellingWords, _codes, GermanSpelling.Fold(above.Rest), _keywords.Knows)
                .Ranks()
                .Where(rank => rank.IsComplete && Fits(_codes[rank.Entry], above))
                .Select(rank =>
                    rank with
                    {
                        Worth = _codes[rank.Entry].Compact == above.Digits ? CodeRank.ExactCode : CodeRank.CodeBeginning,
                    }
                )
                .ToDictionary(rank => rank.Entry);
            ranks = [.. below.Values, .. ranks.Where(rank => !below.ContainsKey(rank.Entry))];
        }

        var exact = Array.FindIndex(_codes, one => one.Compact == compact);
        return exact < 0 ? ranks : ranks.Where(rank => rank.Entry != exact).Prepend(new CodeRank(CodeRank.ExactCode, 0, 0, exact));
    }

    /// <summary>By everyday names and by titles: what is better counts, the other one decides among equals.</summary>
    private List<CodeRank> ByWords(string folded)
    {
        var named = _keywords.Worth(folded);
        var titled = new CodeRank?[_codes.Length];
        foreach (var rank in new WordSearch(_words, _tellingWords, _codes, folded, _keywords.Knows).Ranks())
        {
            titled[rank.Entry] = rank;
        }

        var ranks = new List<CodeRank>();
        for (var entry = 0; entry < _codes.Length; entry++)
        {
            var (name, title) = ((int)named[entry], titled[entry]);
            if (name > 0 || title is not null)
            {
                var worth = Math.Max(name, title?.Worth ?? 0) + (Math.Min(name, title?.Worth ?? 0) / Second);
                ranks.Add(new(worth, title?.Match ?? int.MaxValue, _codes[entry].Order, entry));
            }
        }

        return ranks;
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

    public static string Compact(string folded) => string.Concat(GermanSpelling.Words(folded));

    private static TitleWord[] WordsOf(List<string> german, List<string> english)
    {
        List<string> titles = [.. german, .. english];
        var divided = titles.ConvertAll(TitleWords.Divided);
        var said = divided.ConvertAll(title => GermanSpelling.Fold(title.Said));
        var excluded = divided.ConvertAll(title => GermanSpelling.Fold(title.Excluded));
        var known = said.Concat(excluded).SelectMany(TitleWords.Whole).ToHashSet(StringComparer.Ordinal);
        var words = new Dictionary<(string Text, bool IsHalf), (List<int> Said, List<int> Excluded)>();
        for (var at = 0; at < titles.Count; at++)
        {
            foreach (var word in TitleWords.Of(said[at], known.Contains).Distinct())
            {
                Lists(word).Said.Add(at % german.Count);
            }

            foreach (var word in TitleWords.Of(excluded[at], known.Contains).Distinct())
            {
                Lists(word).Excluded.Add(at % german.Count);
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
