namespace Dmk.Maturity.Questionnaires;

/// <summary>The titles that have the words of one search, with their ranks.</summary>
internal sealed class WordSearch
{
    /// <summary>Who types more words has said enough with these.</summary>
    private const int MostWords = 16;

    /// <summary>What a word found in this way counts where not all are found, in percent; by <see cref="WordMatch"/>.</summary>
    private static readonly int[] _worth = [100, 90, 80, 80, 70, 50, 40, 30, 20, 10];

    /// <summary>What a title with all typed words is worth, by the worst <see cref="WordMatch"/> among them. An everyday name that equals
    /// what was typed is worth 1000 (<see cref="KeywordIndex.Exact"/>).</summary>
    private static readonly int[] _worthOfAll = [900, 890, 760, 870, 680, 520, 640, 380, 400, 60];

    /// <summary>What a title is worth that has the beginning and the end of what was typed: Holzhandel, Großhandel mit Holz.</summary>
    private const int WorthOfBothParts = 740;

    /// <summary>What a title with nearly all typed words is worth.</summary>
    private const int WorthOfSome = 600;

    private readonly TitleWord[] _words;
    private readonly TitleWord[] _tellingWords;
    private readonly IndexedCode[] _codes;
    private readonly Func<string, bool> _isKnown;
    private readonly string _title;
    private readonly bool _hasWithout;
    private readonly List<FoundWord> _found = [];

    /// <param name="words">All words of the titles.</param>
    /// <param name="tellingWords">Those that are no stop words.</param>
    /// <param name="codes">All entries.</param>
    /// <param name="folded">What was typed.</param>
    /// <param name="isKnown">Whether a word is one elsewhere, so that no typing error is looked for in it.</param>
    public WordSearch(TitleWord[] words, TitleWord[] tellingWords, IndexedCode[] codes, string folded, Func<string, bool> isKnown)
    {
        (_words, _tellingWords, _codes, _isKnown) = (words, tellingWords, codes, isKnown);
        var typed = GermanSpelling.Words(folded);
        _title = string.Join(' ', typed);
        _hasWithout = typed.Contains(GermanStopWords.Without);
        var told = typed
            .Where(word => Fillers.WeightOf(word) == 1)
            .Select(TradeForm.WithoutCompany)
            .Distinct(StringComparer.Ordinal)
            .Take(MostWords)
            .ToList();
        told = told.Count > 0 ? told : [.. typed.Where(word => !Fillers.IsStopWord(word)).Distinct(StringComparer.Ordinal).Take(MostWords)];
        var onlyStopWords = told.Count == 0;
        foreach (var word in onlyStopWords ? typed.Distinct(StringComparer.Ordinal).Take(MostWords) : told)
        {
            // A word that no title has in any way, such as the name of a place, leaves the decision to the others.
            if (Found(word, onlyStopWords) is { Entries: > 0 } found)
            {
                _found.Add(found);
            }
        }
    }

    public List<CodeRank> Ranks()
    {
        var ranks = new List<CodeRank>();
        for (var entry = 0; _found.Count > 0 && entry < _codes.Length; entry++)
        {
            if (_found.Exists(word => word.Best[entry] != WordMatch.None))
            {
                ranks.Add(Rank(entry));
            }
        }

        return ranks;
    }

    private CodeRank Rank(int entry)
    {
        var (worst, sum, covered, worth) = (0, 0, 0, 0);
        var isWhole = true;
        foreach (var word in _found)
        {
            var own = Match(word, entry);
            worst = Math.Max(worst, (int)own);
            sum += (int)own;
            isWhole &= own < WordMatch.Container || (own == WordMatch.Container && word.Parts[entry] is (true, true));
            covered += own == WordMatch.Container ? word.Compound.Worth(word.Parts[entry]) : 0;
            worth += own == WordMatch.None ? 0 : (int)(_worth[(int)own] * word.Rarity);
        }

        var order = _codes[entry].Order;
        if (worst == (int)WordMatch.None)
        {
            // Rare words count more than common ones.
            var total = _found.Sum(word => 100 * word.Rarity);
            return new((int)(WorthOfSome * worth / Math.Max(1, total)), -worth - 2, order, entry);
        }

        // The worst of its words decides, then all of them, then how much of a compound is covered.
        var isTitle = _codes[entry].Title == _title;
        var match = isTitle ? -1 : (worst * 1_000_000) + (sum * 1000) + 999 - Math.Min(covered, 999);
        return new(
            isTitle ? CodeRank.FullTitle
                : isWhole && worst == (int)WordMatch.Container ? WorthOfBothParts
                : _worthOfAll[worst],
            match,
            order,
            entry
        );
    }

    private WordMatch Match(FoundWord word, int entry)
    {
        if (word.Best[entry] != WordMatch.None)
        {
            return word.Best[entry];
        }

        var above = _codes[entry].Parent;
        for (var steps = 0; above >= 0 && steps < _codes.Length; steps++)
        {
            if (word.Best[above] < WordMatch.Typo)
            {
                return WordMatch.Above;
            }

            above = _codes[above].Parent;
        }

        return WordMatch.None;
    }

    private FoundWord Found(string typed, bool alsoStopWords)
    {
        var found = new FoundWord(_codes.Length, _hasWithout);
        var words = alsoStopWords ? _words : _tellingWords;
        var word = TypedWord.Of(typed);
        foreach (var one in words)
        {
            found.Note(one, one.Match(word));
        }

        if (found.Entries == 0 && !_isKnown(typed))
        {
            var allowed = TypingErrors.Allowed(typed.Length);
            foreach (
                var one in words.Where(one =>
                    allowed > 0 && one.MayBe(word, allowed) && TypingErrors.Between(typed, one.Text, allowed) <= allowed
                )
            )
            {
                found.Note(one, WordMatch.Typo);
            }
        }

        found.Compound = TypedCompound.Of(word, words);
        foreach (var one in found.Compound.IsCompound ? words : [])
        {
            found.NoteParts(one);
        }

        found.Rarity = Math.Log2(1 + ((double)_codes.Length / Math.Max(1, found.Entries)));
        return found;
    }

    /// <summary>A typed word: for each entry how its title has it at best, and how much of it.</summary>
    private sealed class FoundWord
    {
        private readonly bool _excludedToo;

        /// <param name="entries">How many there are.</param>
        /// <param name="excludedToo">Whether what a title excludes counts like what it says, because "ohne" was typed.</param>
        public FoundWord(int entries, bool excludedToo)
        {
            _excludedToo = excludedToo;
            (Best, Parts) = (new WordMatch[entries], new (bool, bool)[entries]);
            Array.Fill(Best, WordMatch.None);
        }

        public WordMatch[] Best { get; }

        public TypedCompound Compound { get; set; }

        /// <summary>Which parts of the typed word the title has.</summary>
        public (bool Beginning, bool End)[] Parts { get; }

        public int Entries { get; private set; }

        /// <summary>Binary logarithm of how many titles there are for one with the word.</summary>
        public double Rarity { get; set; }

        public void Note(TitleWord word, WordMatch match)
        {
            if (match != WordMatch.None)
            {
                Note(word.Entries, match);
                Note(word.ExcludedBy, _excludedToo ? match : WordMatch.Excluded);
            }
        }

        public void NoteParts(TitleWord word)
        {
            if (Compound.In(word) is var (beginning, end) && (beginning || end))
            {
                Note(word, WordMatch.Container);
                foreach (var entry in word.Entries)
                {
                    Parts[entry] = (Parts[entry].Beginning || beginning, Parts[entry].End || end);
                }
            }
        }

        private void Note(IReadOnlyList<int> entries, WordMatch match)
        {
            foreach (var entry in entries)
            {
                Entries += Best[entry] == WordMatch.None ? 1 : 0;
                Best[entry] = match < Best[entry] ? match : Best[entry];
            }
        }
    }
}
