using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What stands in the field of a number, read with the decimals and the unit of its question.</summary>
internal static class TypedNumberField
{
    private static readonly Text _percent = new("%", "%");

    public static TypedNumber Read(string typed, Question question) => TypedNumber.Read(typed, Decimals(question), Units(question));

    private static Text[] Units(Question question) =>
        question switch
        {
            Question.Numeric { Kind: NumberKind.Percentage } percentage => [percentage.Unit ?? _percent, _percent],
            Question.Numeric numeric => numeric.Unit is { } unit ? [unit] : [],
            Question.SumGroup sum => sum.Unit is { } unit ? [unit] : [],
            _ => throw new ArgumentException($"'{question.Id}' does not ask for numbers.", nameof(question)),
        };

    /// <summary>Of the units that may stand beside the number.</summary>
    public static IReadOnlyList<string> Spellings(Question question) => TypedNumber.Spellings(Units(question));

    public static int Decimals(Question question) =>
        question switch
        {
            Question.Numeric numeric => numeric.Decimals,
            Question.SumGroup sum => sum.Decimals,
            _ => throw new ArgumentException($"'{question.Id}' does not ask for numbers.", nameof(question)),
        };

    /// <summary>As the form sends a chosen reading, whatever its language.</summary>
    public static string Value(decimal reading) => TypedNumber.Write(reading, Language.English);

    /// <returns>Null where neither was chosen, or one of a number that has been changed since.</returns>
    public static decimal? Chosen(TypedNumber.TwoReadings two, string value) =>
        value == Value(two.Whole) ? two.Whole
        : value == Value(two.Fraction) ? two.Fraction
        : null;
}
