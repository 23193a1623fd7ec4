using Superpower;
using Superpower.Display;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The words and signs of the expression language.</summary>
internal enum ExpressionToken
{
    [Token(Category = "number")]
    Number,

    [Token(Category = "text")]
    Text,

    [Token(Category = "name")]
    Name,

    [Token(Example = "and")]
    And,

    [Token(Example = "or")]
    Or,

    [Token(Example = "not")]
    Not,

    [Token(Example = "in")]
    In,

    [Token(Example = "true")]
    True,

    [Token(Example = "false")]
    False,

    [Token(Category = "comparison")]
    Comparison,

    [Token(Example = "+")]
    Plus,

    [Token(Example = "-")]
    Minus,

    [Token(Example = "*")]
    Times,

    [Token(Example = "/")]
    Divide,

    [Token(Example = "(")]
    Open,

    [Token(Example = ")")]
    Close,

    [Token(Example = "[")]
    OpenList,

    [Token(Example = "]")]
    CloseList,

    [Token(Example = ",")]
    Comma,

    [Token(Example = ":")]
    Colon,
}

/// <summary>Cuts an expression into tokens.</summary>
internal static class ExpressionTokens
{
    private static readonly TextParser<string> s_word =
        Span.MatchedBy(Character.Matching(char.IsAsciiLetter, "letter").IgnoreThen(Character.Matching(IsWordPart, "letter").IgnoreMany()))
            .Select(span => span.ToStringValue());

    public static Tokenizer<ExpressionToken> Tokenizer { get; } = new TokenizerBuilder<ExpressionToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Numerics.Natural.IgnoreThen(Character.EqualTo('.').IgnoreThen(Numerics.Natural).OptionalOrDefault()), ExpressionToken.Number, requireDelimiters: true)
        .Match(Quoted('\''), ExpressionToken.Text)
        .Match(Quoted('"'), ExpressionToken.Text)
        .Match(Span.EqualTo("and"), ExpressionToken.And, requireDelimiters: true)
        .Match(Span.EqualTo("or"), ExpressionToken.Or, requireDelimiters: true)
        .Match(Span.EqualTo("not"), ExpressionToken.Not, requireDelimiters: true)
        .Match(Span.EqualTo("in"), ExpressionToken.In, requireDelimiters: true)
        .Match(Span.EqualTo("true"), ExpressionToken.True, requireDelimiters: true)
        .Match(Span.EqualTo("false"), ExpressionToken.False, requireDelimiters: true)
        .Match(s_word.IgnoreThen(Character.EqualTo('.').IgnoreThen(s_word).OptionalOrDefault("")), ExpressionToken.Name, requireDelimiters: true)
        .Match(Span.EqualTo("==").Try().Or(Span.EqualTo("!=").Try()).Or(Span.EqualTo("<=").Try()).Or(Span.EqualTo(">=").Try())
            .Or(Span.EqualTo("<")).Or(Span.EqualTo(">")).Or(Span.EqualTo("=")), ExpressionToken.Comparison)
        .Match(Character.EqualTo('+'), ExpressionToken.Plus)
        .Match(Character.EqualTo('-'), ExpressionToken.Minus)
        .Match(Character.EqualTo('*'), ExpressionToken.Times)
        .Match(Character.EqualTo('/'), ExpressionToken.Divide)
        .Match(Character.EqualTo('('), ExpressionToken.Open)
        .Match(Character.EqualTo(')'), ExpressionToken.Close)
        .Match(Character.EqualTo('['), ExpressionToken.OpenList)
        .Match(Character.EqualTo(']'), ExpressionToken.CloseList)
        .Match(Character.EqualTo(','), ExpressionToken.Comma)
        .Match(Character.EqualTo(':'), ExpressionToken.Colon)
        .Build();

    /// <summary>Words that cannot be the id of a question or computed value.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["and", "or", "not", "in", "true", "false"];

    private static bool IsWordPart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>A quote inside the text is doubled.</summary>
    private static TextParser<Superpower.Model.Unit> Quoted(char quote) =>
        Character.EqualTo(quote)
            .IgnoreThen(Span.EqualTo(new string(quote, 2)).Try().Value(Superpower.Model.Unit.Value).Or(Character.Except(quote).Value(Superpower.Model.Unit.Value)).IgnoreMany())
            .IgnoreThen(Character.EqualTo(quote))
            .Value(Superpower.Model.Unit.Value);
}
