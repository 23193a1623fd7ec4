namespace Dmk.Maturity.Questionnaires;

/// <summary>A word of the keywords, with the keywords that have it.</summary>
internal sealed class KeywordPart(string text)
{
    private const int ShortestHead = 4;
    private const int ShortestTail = 5;

    /// <summary>As in Entwicklung-s-büro, Blume-n-laden.</summary>
    private const int MostJoining = 2;

    public string Text => text;

    public string Stem { get; } = KeywordStem.Of(text);

    public TradeForm Trade { get; } = TradeForm.Of(text);

    public LetterSet Letters { get; } = LetterSet.Of(text);

    private readonly bool _isFiller = Fillers.WeightOf(text) < 1;

    private readonly LetterSet _stemLetters = LetterSet.Of(KeywordStem.Of(text));

    /// <summary>Places of keywords, and how much of the keyword this word is: 0 to 1.</summary>
    public List<(int Keyword, float Share)> Keywords { get; } = [];

    /// <param name="typed">A word.</param>
    /// <param name="isKnown">Whether there is such a word, for the rest of a compound.</param>
    public PartMatch Match(TypedPart typed, Func<string, bool> isKnown)
    {
        if (Text == typed.Text)
        {
            return new(1, 1);
        }

        if (Stem == typed.Stem)
        {
            return new(0.98f, 0.98f);
        }

        if (Trade.IsSameTrade(typed.Trade))
        {
            return new(0.94f, 0.94f);
        }

        return typed.Letters.HasAll(_stemLetters)
            ? Within(typed, isKnown) is { Typed: > 0 } within
                ? within
                : Around(typed)
            : Letters.HasAll(typed.StemLetters)
                ? Around(typed)
                : default;
    }

    /// <summary>With typing errors: only for words that are found in no better way.</summary>
    public PartMatch MatchTypingErrors(TypedPart part)
    {
        var typed = part.Text;
        var allowed = TypingErrors.Allowed(typed.Length);
        if (allowed == 0 || Text.Length < 4 || part.Letters.Differences(Letters) > 2 * allowed)
        {
            return default;
        }

        var errors = TypingErrors.Between(typed, Text, typed[0] == Text[0] ? allowed : 1);
        return errors > (typed[0] == Text[0] ? allowed : 1) ? default
            : errors == 2 ? new(0.72f, 0.95f)
            : typed[0] == Text[0] ? new(0.86f, 0.95f)
            : new(0.7f, 0.95f);
    }

    /// <summary>The typed word is a compound with this one: its end says what it is (Dorfbäckerei), its beginning what it deals
    /// with.</summary>
    private PartMatch Within(TypedPart typed, Func<string, bool> isKnown)
    {
        var share = (float)Text.Length / typed.Text.Length;
        if (_isFiller)
        {
            return default;
        }

        if (Text.Length >= ShortestHead && typed.Text.Length >= Text.Length + 3 && typed.Text.EndsWith(Text, StringComparison.Ordinal))
        {
            return new(0.5f + (0.4f * share), 0.95f);
        }

        if (Stem.Length >= ShortestTail && typed.Stem.Length >= Stem.Length + 3 && typed.Stem.EndsWith(Stem, StringComparison.Ordinal))
        {
            return new(0.45f + (0.4f * share), 0.93f);
        }

        if (Stem.Length >= ShortestHead && typed.Text.StartsWith(Stem, StringComparison.Ordinal))
        {
            return IsKnownRest(typed.Text, Stem.Length, isKnown) ? new(0.4f + (0.4f * share), 0.9f)
                : Text.Length >= 6 ? new(0.3f + (0.3f * share), 0.85f)
                : default;
        }

        return default;
    }

    /// <summary>Whether a word stands behind this one, with or without letters that join them.</summary>
    private static bool IsKnownRest(string typed, int at, Func<string, bool> isKnown)
    {
        for (var joining = 0; joining <= MostJoining && at + joining < typed.Length; joining++)
        {
            if (isKnown(typed[(at + joining)..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>This word is a compound with the typed one, or goes on where it ends.</summary>
    private PartMatch Around(TypedPart typed)
    {
        var share = (float)typed.Text.Length / Text.Length;
        if (Text.StartsWith(typed.Text, StringComparison.Ordinal))
        {
            return typed.Text.Length < 2 ? default : new(0.95f, 0.35f + (0.6f * share));
        }

        if (
            typed.Stem.Length >= ShortestTail
            && typed.Text.Length - typed.Stem.Length < 3
            && Text.StartsWith(typed.Stem, StringComparison.Ordinal)
        )
        {
            return new(0.85f, 0.3f + (0.55f * share));
        }

        return typed.Text.Length >= ShortestTail && Text.EndsWith(typed.Text, StringComparison.Ordinal)
            ? new(0.8f, 0.3f + (0.5f * share))
            : default;
    }
}
