using System.Globalization;
using Superpower;
using Superpower.Model;
using Token = Superpower.Parsers.Token;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The grammar of expressions.</summary>
/// <remarks>From loose to tight: <c>or</c>, <c>and</c>, <c>not</c>, comparison and <c>in</c> (not chained), <c>+ -</c>, <c>* /</c>, sign.</remarks>
internal static class ExpressionParser
{
    /// <summary>In characters. Longer rules are split with computed values.</summary>
    public const int MaximumLength = 2_000;

    /// <summary>Brackets inside each other.</summary>
    public const int MaximumNesting = 32;

    /// <summary>Digits and point: what decimal holds exactly.</summary>
    private const int MaximumDigits = 28;

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_expression = Superpower.Parse.Ref(() => s_or!);

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_number =
        Token.EqualTo(ExpressionToken.Number).Select(ExpressionNode (token) => new ExpressionNode.Number(Decimal(token)) { At = At(token) });

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_words =
        Token.EqualTo(ExpressionToken.Text).Select(ExpressionNode (token) => new ExpressionNode.Words(Unquote(token.ToStringValue())) { At = At(token) });

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_truth =
        Token.EqualTo(ExpressionToken.True).Or(Token.EqualTo(ExpressionToken.False))
            .Select(ExpressionNode (token) => new ExpressionNode.Truth(token.Kind == ExpressionToken.True) { At = At(token) });

    private static readonly TokenListParser<ExpressionToken, ExpressionNode.Setting> s_setting =
        (from key in Token.EqualTo(ExpressionToken.Name)
         from colon in Token.EqualTo(ExpressionToken.Colon)
         select key).Try()
        .Then(key => Token.EqualTo(ExpressionToken.Name).Or(Token.EqualTo(ExpressionToken.Number))
            .Select(value => new ExpressionNode.Setting(key.ToStringValue(), value.ToStringValue(), At(key))));

    private static readonly TokenListParser<ExpressionToken, object> s_argument =
        s_setting.Select(object (setting) => setting).Or(s_expression.Select(object (node) => node));

    private static readonly TokenListParser<ExpressionToken, object[]> s_arguments =
        s_argument.ManyDelimitedBy(Token.EqualTo(ExpressionToken.Comma)).Between(Token.EqualTo(ExpressionToken.Open), Token.EqualTo(ExpressionToken.Close));

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_nameOrCall =
        from name in Token.EqualTo(ExpressionToken.Name)
        from arguments in s_arguments.Select(object[]? (found) => found).OptionalOrDefault()
        select NameOrCall(name, arguments);

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_primary =
        s_number.Or(s_words).Or(s_truth).Or(s_nameOrCall)
            .Or(s_expression.Between(Token.EqualTo(ExpressionToken.Open), Token.EqualTo(ExpressionToken.Close)))
            .Named("value");

    // Signs and "not" are gathered in a loop: a thousand of them must not become a thousand frames.
    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_signed =
        from signs in Token.EqualTo(ExpressionToken.Minus).Many()
        from operand in s_primary
        select signs.Reverse().Aggregate(operand, (node, sign) => new ExpressionNode.Negate(node) { At = At(sign) });

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_product =
        Superpower.Parse.Chain(Token.EqualTo(ExpressionToken.Times).Or(Token.EqualTo(ExpressionToken.Divide)), s_signed, Binary);

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_sum =
        Superpower.Parse.Chain(Token.EqualTo(ExpressionToken.Plus).Or(Token.EqualTo(ExpressionToken.Minus)), s_product, Binary);

    private static readonly TokenListParser<ExpressionToken, Func<ExpressionNode, ExpressionNode>> s_compared =
        from sign in Token.EqualTo(ExpressionToken.Comparison)
        from right in s_sum
        select (Func<ExpressionNode, ExpressionNode>)(left => Binary(sign, left, right));

    private static readonly TokenListParser<ExpressionToken, ExpressionNode[]> s_items =
        s_expression.ManyDelimitedBy(Token.EqualTo(ExpressionToken.Comma));

    private static readonly TokenListParser<ExpressionToken, Func<ExpressionNode, int, ExpressionNode>> s_inWhat =
        s_items.Between(Token.EqualTo(ExpressionToken.OpenList), Token.EqualTo(ExpressionToken.CloseList))
            .Or(s_items.Between(Token.EqualTo(ExpressionToken.Open), Token.EqualTo(ExpressionToken.Close)))
            .Select(items => (Func<ExpressionNode, int, ExpressionNode>)((item, at) => new ExpressionNode.OneOf(item, items) { At = at }))
            .Or(Token.EqualTo(ExpressionToken.Name).Select(name => (Func<ExpressionNode, int, ExpressionNode>)((item, at) =>
                new ExpressionNode.Ticked(item, new ExpressionNode.Name(name.ToStringValue()) { At = At(name) }) { At = at })));

    private static readonly TokenListParser<ExpressionToken, Func<ExpressionNode, ExpressionNode>> s_in =
        from not in Token.EqualTo(ExpressionToken.Not).Select(Token<ExpressionToken>? (token) => token).OptionalOrDefault()
        from word in Token.EqualTo(ExpressionToken.In)
        from make in s_inWhat
        select (Func<ExpressionNode, ExpressionNode>)(item => not is null ? make(item, At(word)) : new ExpressionNode.Not(make(item, At(word))) { At = At(not.Value) });

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_comparison =
        from left in s_sum
        from rest in s_compared.Or(s_in).OptionalOrDefault(node => node)
        select rest(left);

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_not =
        from words in Token.EqualTo(ExpressionToken.Not).Many()
        from operand in s_comparison
        select words.Reverse().Aggregate(operand, (node, word) => new ExpressionNode.Not(node) { At = At(word) });

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_and = Superpower.Parse.Chain(Token.EqualTo(ExpressionToken.And), s_not, Binary);

    private static readonly TokenListParser<ExpressionToken, ExpressionNode> s_or = Superpower.Parse.Chain(Token.EqualTo(ExpressionToken.Or), s_and, Binary);

    /// <returns>The expression, or null and what is wrong at which offset.</returns>
    public static (ExpressionNode? Node, int At, string Code, string Message) Parse(string source)
    {
        if (source.Length > MaximumLength)
        {
            return (null, 0, "expression-too-long", $"The expression has {source.Length} characters, more than {MaximumLength}. Split it with computed values.");
        }

        var tokens = ExpressionTokens.Tokenizer.TryTokenize(source);
        if (!tokens.HasValue)
        {
            return Failure(source, tokens.ErrorPosition, tokens.FormatErrorMessageFragment());
        }

        if (tokens.Value.FirstOrDefault(token => token.Kind == ExpressionToken.Number && token.Span.Length > MaximumDigits) is { HasValue: true } number)
        {
            return (null, At(number), "number-too-large", $"A number has at most {MaximumDigits - 1} digits.");
        }

        if (TooDeep(tokens.Value) is { } deep)
        {
            return (null, deep, "expression-too-deep", $"More than {MaximumNesting} brackets inside each other. Split the expression with computed values.");
        }

        var parsed = s_expression.AtEnd().TryParse(tokens.Value);
        return parsed.HasValue ? (parsed.Value, 0, "", "") : Failure(source, parsed.ErrorPosition, parsed.FormatErrorMessageFragment());
    }

    private static (ExpressionNode?, int, string, string) Failure(string source, Position position, string fragment) =>
        (null, position.HasValue ? position.Absolute : source.Length, "expression-syntax", $"The expression cannot be read here: {fragment}.");

    private static int? TooDeep(TokenList<ExpressionToken> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.Kind switch
            {
                ExpressionToken.Open or ExpressionToken.OpenList => 1,
                ExpressionToken.Close or ExpressionToken.CloseList => -1,
                _ => 0,
            };
            if (depth > MaximumNesting)
            {
                return At(token);
            }
        }

        return null;
    }

    private static ExpressionNode NameOrCall(Token<ExpressionToken> name, object[]? arguments) => arguments is null
        ? new ExpressionNode.Name(name.ToStringValue()) { At = At(name) }
        : new ExpressionNode.Call(
            name.ToStringValue(),
            [.. arguments.OfType<ExpressionNode>()],
            [.. arguments.OfType<ExpressionNode.Setting>().OrderBy(setting => setting.Key, StringComparer.Ordinal)])
        { At = At(name) };

    private static ExpressionNode Binary(Token<ExpressionToken> sign, ExpressionNode left, ExpressionNode right) =>
        new ExpressionNode.Binary(sign.ToStringValue() is var text && text == "=" ? "==" : text, left, right) { At = At(sign) };

    private static int At(Token<ExpressionToken> token) => token.Position.Absolute;

    private static string Unquote(string quoted) => quoted[1..^1].Replace(new string(quoted[0], 2), quoted[..1], StringComparison.Ordinal);

    private static decimal Decimal(Token<ExpressionToken> token) =>
        decimal.Parse(token.ToStringValue(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
