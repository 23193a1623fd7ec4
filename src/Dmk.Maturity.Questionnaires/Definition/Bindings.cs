namespace Dmk.Maturity.Questionnaires;

/// <summary>What the reader found out about names, slots and piped texts.</summary>
/// <param name="Names">What expressions over the questionnaire can name.</param>
/// <param name="Templates">The variables within each roster, by its id.</param>
/// <param name="Piped">The texts that pipe in answers; a text that does not is not among them.</param>
internal sealed record Bindings(
    Names Names,
    SlotLayout Layout,
    IReadOnlyDictionary<string, IReadOnlyList<Variable>> Templates,
    IReadOnlyDictionary<Text, PipedText> Piped,
    IReadOnlyList<Fact> Facts
);
