namespace Dmk.Maturity.Questionnaires;

/// <summary>A word without the ending that says which sort of trade it is: Blumenladen, Blumengeschäft and Blumenhandel are flowers and a
/// shop, Malerbetrieb and Maler are painters.</summary>
/// <param name="Core">The stem of what stands before the ending, or of the whole word.</param>
/// <param name="Kind">What the ending says.</param>
internal readonly record struct TradeForm(string Core, TradeKind Kind)
{
    private const int ShortestCore = 3;

    private static readonly string[] _companies = ["meisterbetrieb", "fachbetrieb", "betrieb", "unternehmen", "firma", "meister"];

    private static readonly (string Ending, TradeKind Kind)[] _endings =
    [
        .. Of(TradeKind.Craft, "meisterbetrieb", "fachbetrieb", "betrieb", "unternehmen", "firma", "meister", "service", "dienst"),
        .. Of(TradeKind.Craft, "gewerbe", "dienstleistungen", "dienstleister", "dienstleistung", "spezialist", "experte", "ei"),
        .. Of(TradeKind.Shop, "fachgeschaft", "geschaft", "laden", "handel", "handler", "shop", "markt", "boutique", "verkauf", "versand"),
        .. Of(TradeKind.Wholesale, "grosshandel", "grosshandler"),
        .. Of(TradeKind.Office, "buro", "kanzlei", "praxis", "agentur", "studio", "beratung", "berater", "institut", "salon"),
        .. Of(TradeKind.Workshop, "werkstatt", "werkstatte", "reparatur", "reparaturen"),
        .. Of(TradeKind.Making, "herstellung", "hersteller", "produktion", "produzent", "fabrik", "fertigung", "werk", "manufaktur"),
        .. Of(TradeKind.Renting, "vermietung", "verleih", "vermieter", "miete"),
        .. Of(TradeKind.Teaching, "schule", "unterricht", "kurse", "lehrer"),
    ];

    /// <param name="word">As <see cref="GermanSpelling.Fold"/> leaves it.</param>
    public static TradeForm Of(string word)
    {
        var (ending, kind) = Ending(word);
        return new(KeywordStem.Of(word[..^ending.Length]), kind);
    }

    /// <summary>The word without an ending that says only that it is a company: Umzugs of Umzugsfirma.</summary>
    public static string WithoutCompany(string word) =>
        Array.Find(_companies, ending => word.Length >= ending.Length + ShortestCore && word.EndsWith(ending, StringComparison.Ordinal))
            is { } ending
            ? word[..^ending.Length]
            : word;

    private static (string Ending, TradeKind Kind) Ending(string word)
    {
        var found = (Ending: "", Kind: TradeKind.Bare);
        foreach (var (ending, kind) in _endings)
        {
            if (
                ending.Length > found.Ending.Length
                && word.Length >= ending.Length + ShortestCore
                && word.EndsWith(ending, StringComparison.Ordinal)
            )
            {
                found = (ending, kind);
            }
        }

        return found;
    }

    /// <summary>Whether two words are one trade: the same core, and no ending that says something else.</summary>
    public bool IsSameTrade(TradeForm other) =>
        Core == other.Core && (Kind == other.Kind || Kind <= TradeKind.Craft || other.Kind <= TradeKind.Craft);

    private static IEnumerable<(string Ending, TradeKind Kind)> Of(TradeKind kind, params string[] endings) =>
        endings.Select(ending => (ending, kind));
}
