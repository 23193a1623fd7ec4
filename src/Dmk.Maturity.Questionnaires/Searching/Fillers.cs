using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Words that people put around the name of a trade: legal forms, Betrieb and Firma, shop and services. They count a little,
/// because a flower shop is not a flower farm.</summary>
internal static class Fillers
{
    public const float Weight = 0.15f;

    private static readonly FrozenSet<string> _words = (
        "betrieb betriebe firma firmen unternehmen meisterbetrieb meister fachbetrieb familienbetrieb gmbh mbh ag kg ohg ug gbr ek eg co "
        + "partner inh inhaber inhaberin gesellschaft gruppe haftungsbeschrankt laden geschaft fachgeschaft shop store company companies "
        + "ltd inc llc plc firm business services service dienst dienste dienstleistung dienstleistungen dienstleister gewerbe agency "
        + "office international deutschland group studio buro praxis center centre zentrum haus"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _english = "the a an of and or for with in at to by on from our other not"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">As <see cref="GermanSpelling.Fold"/> leaves it.</param>
    public static float WeightOf(string word) =>
        _words.Contains(word) ? Weight
        : IsStopWord(word) ? 0
        : 1;

    public static bool IsStopWord(string word) => GermanStopWords.Has(word) || _english.Contains(word);
}
