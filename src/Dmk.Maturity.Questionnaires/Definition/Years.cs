namespace Dmk.Maturity.Questionnaires;

/// <summary>Which numbers are years: nobody writes them with grouped thousands.</summary>
public static class Years
{
    private const int First = 1000;
    private const int Last = 2999;

    /// <summary>Whether a number that answers the question is a year: whole, of four digits, without a unit, and bounded as years are (a
    /// <c>min</c> from 1000 to 2999, or a bound that works with <c>year(...)</c>; no <c>max</c> beyond 2999).</summary>
    public static bool IsYear(Question question, decimal value) => CanBe(value) && Asks(question);

    /// <summary>Whether what is worked out is a year: whole, of four digits, and from a day's year or from a question for a year.</summary>
    internal static bool IsYear(Expression expression, Questionnaire questionnaire, decimal value) =>
        CanBe(value) && Tells(expression, questionnaire);

    private static bool CanBe(decimal value) => value is >= First and <= Last && decimal.Truncate(value) == value;

    private static bool Asks(Question question) =>
        question is Question.Numeric { Unit: null, Decimals: 0, Kind: NumberKind.Integer } number
        && number.Max?.Constant is null or <= Last
        && (number.Min?.Constant is >= First and <= Last || CallsYear(number.Min) || CallsYear(number.Max));

    private static bool Tells(Expression expression, Questionnaire questionnaire) =>
        CallsYear(expression)
        || expression
            .Reads.Select(Fact.Asked)
            .Any(id =>
                questionnaire.Computed.FirstOrDefault(computed => computed.Id == id) is { } computed
                    ? Tells(computed.Value, questionnaire)
                    : (questionnaire.Question(id) ?? questionnaire.Variable(id)?.Question) is { } question && Asks(question)
            );

    private static bool CallsYear(Expression? expression) => expression?.Source.Contains("year(", StringComparison.Ordinal) == true;
}
