using System.Globalization;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The grammar of expressions.</summary>
/// <remarks>From loose to tight: <c>or</c>, <c>and</c>, <c>not</c>, comparison and <c>in</c> (not chained), <c>+ -</c>, <c>* /</c>,
/// sign.</remarks>
internal static class ExpressionParser
{
    private static readonly Parser<ExpressionNode> _grammar = Grammar();

    /// <returns>The expression, or null and what is wrong at which offset.</returns>
    public static (ExpressionNode? Node, int At, string Code, string Message) Parse(string source)
    {
        if (ExpressionWords.Mistake(source) is var (at, code, message))
        {
            return (null, at, code, message);
        }

        if (_grammar.TryParse(source, out var node, out var error))
        {
            return (node, 0, "", "");
        }

        var offset = error?.Position.Offset ?? 0;
        while (offset < source.Length && char.IsWhiteSpace(source[offset]))
        {
            offset++;
        }

        return (
            null,
            offset,
            "expression-syntax",
            ExpressionHints.Of(source, offset) ?? $"Expected {error?.Message}, but found {ExpressionWords.Found(source, offset)}."
        );
    }

    private static Parser<ExpressionNode> Grammar()
    {
        var expression = Deferred<ExpressionNode>();
        var primary = Primary(expression).ElseError("a value: a number, a text in quotes, a name, a function or brackets");

        // Signs and "not" are gathered in a loop: a thousand of them must not become a thousand frames.
        var signed = ZeroOrMany(Sign('-'))
            .And(primary)
            .Then(pair => Fold(pair.Item1, pair.Item2, static (node, at) => new ExpressionNode.Negate(node) { At = at }));
        var product = Parsers.LeftAssociative(signed, [Sign('*'), Sign('/')], Binary);
        var sum = Parsers.LeftAssociative(product, [Sign('+'), Sign('-')], Binary);
        var comparison = Is()
            .Or(
                sum.And(Compared(sum).Or(In(expression)).Optional())
                    .Then(pair => pair.Item2.HasValue ? pair.Item2.Value(pair.Item1) : pair.Item1)
            );
        var not = ZeroOrMany(Word("not"))
            .And(comparison)
            .Then(pair => Fold(pair.Item1, pair.Item2, static (node, at) => new ExpressionNode.Not(node) { At = at }));
        var and = Parsers.LeftAssociative(not, [Word("and")], Binary);
        expression.Parser = Parsers.LeftAssociative(and, [Word("or")], Binary);

        return expression.AndSkip(SkipWhiteSpace(Eof()).ElseError("the end or an operator such as +, ==, in, and"));
    }

    private static Parser<ExpressionNode> Primary(Parser<ExpressionNode> expression)
    {
        var number = Terms
            .Scan(ExpressionWords.Number, ExpressionWords.Digits)
            .Then(ExpressionNode (_, at, _, text) => new ExpressionNode.Number(Decimal(text)) { At = at });
        var words = Quoted().Then(ExpressionNode (_, at, _, text) => new ExpressionNode.Words(Unquote(text)) { At = at });
        var truth = Word("true")
            .Or(Word("false"))
            .Then(ExpressionNode (word) => new ExpressionNode.Truth(word.Text == "true") { At = word.At });
        var nameOrCall = Name().And(Arguments(expression).Optional()).Then(pair => NameOrCall(pair.Item1, pair.Item2.OrSome(null)));
        return OneOf(number, words, truth, nameOrCall, Terms.Char('(').SkipAnd(expression).AndSkip(Close(')')));
    }

    private static Parser<IReadOnlyList<object>?> Arguments(Parser<ExpressionNode> expression)
    {
        var setting = Name()
            .AndSkip(Terms.Char(':'))
            .And(Name().Or(Terms.Scan(ExpressionWords.Number, ExpressionWords.Digits).Then(Named)).ElseError("a word or a whole number"))
            .Then(object (pair) => new ExpressionNode.Setting(pair.Item1.Text, pair.Item2.Text, pair.Item1.At));
        return Listed('(', setting.Or(expression.Then(object (node) => node)), ')');
    }

    private static Parser<Func<ExpressionNode, ExpressionNode>> Compared(Parser<ExpressionNode> sum) =>
        OneOf(Compares("=="), Compares("!="), Compares("<="), Compares(">="), Compares("<"), Compares(">"), Compares("="))
            .And(sum)
            .Then<Func<ExpressionNode, ExpressionNode>>(pair => left => Binary(left, pair.Item2, pair.Item1));

    private static Parser<Func<ExpressionNode, ExpressionNode>> In(Parser<ExpressionNode> expression)
    {
        var list = Listed('[', expression, ']')
            .Or(Listed('(', expression, ')'))
            .Then<Func<ExpressionNode, int, ExpressionNode>>(items => (item, at) => new ExpressionNode.OneOf(item, items!) { At = at });
        var question = Name()
            .Then<Func<ExpressionNode, int, ExpressionNode>>(name =>
                (item, at) => new ExpressionNode.Ticked(item, new ExpressionNode.Name(name.Text) { At = name.At }) { At = at }
            );
        var what = list.Or(question).ElseError("a list such as ['a', 'b'] or the name of a multiple choice");
        var plain = Word("in").And(what).Then<Func<ExpressionNode, ExpressionNode>>(pair => item => pair.Item2(item, pair.Item1.At));
        var negated = Word("not")
            .And(Word("in").ElseError("'in'"))
            .And(what)
            .Then<Func<ExpressionNode, ExpressionNode>>(all =>
                item => new ExpressionNode.Not(all.Item3(item, all.Item2.At)) { At = all.Item1.At }
            );
        return plain.Or(negated);
    }

    /// <summary><c>question is dontKnow</c>, <c>question is not refused</c>.</summary>
    private static Parser<ExpressionNode> Is()
    {
        var reason = OneOf([.. ReasonWords.All.Keys.Select(Word)])
            .ElseError($"a reason for not answering: {string.Join(", ", ReasonWords.All.Keys)}");
        return Name()
            .And(Word("is"))
            .And(Word("not").Optional())
            .And(reason)
            .Then(all =>
            {
                var (name, sign, not, word) = all;
                ExpressionNode node = new ExpressionNode.Is(new ExpressionNode.Name(name.Text) { At = name.At }, ReasonWords.All[word.Text])
                {
                    At = sign.At,
                };
                return not.HasValue ? new ExpressionNode.Not(node) { At = sign.At } : node;
            });
    }

    /// <summary>Items between brackets, with commas; there may be none.</summary>
    private static Parser<IReadOnlyList<T>?> Listed<T>(char open, Parser<T> item, char close) =>
        Terms
            .Char(open)
            .SkipAnd(
                OneOf(
                    Terms.Char(close).Then<IReadOnlyList<T>?>(_ => []),
                    Separated(Terms.Char(','), item).AndSkip(Close(close, "',', ")).Then<IReadOnlyList<T>?>(items => items)
                )
            );

    private static Parser<char> Close(char bracket, string orElse = "") =>
        Terms.Char(bracket).ElseError($"{orElse}'{bracket}' or an operator");

    private static Parser<Piece> Sign(char sign)
    {
        var text = sign.ToString();
        return Terms.Char(sign).Then((_, at, _, _) => new Piece(text, at));
    }

    private static Parser<Piece> Compares(string sign)
    {
        var text = sign == "=" ? "==" : sign;
        return Terms.Text(sign).Then((_, at, _, _) => new Piece(text, at));
    }

    private static Parser<Piece> Word(string word) =>
        Terms.Keyword(word, ExpressionWords.NameParts, false, false).Then((_, at, _, _) => new Piece(word, at));

    private static Parser<Piece> Name() => Terms.Scan(ExpressionWords.Name, ExpressionWords.Letters).Then(Named);

    private static Parser<TextSpan> Quoted() => Terms.Scan(ExpressionWords.Quoted, "'\"");

    private static Piece Named(ParseContext context, int at, int end, TextSpan text) => new(text.ToString(), at);

    private static ExpressionNode Fold(
        IReadOnlyList<Piece> pieces,
        ExpressionNode operand,
        Func<ExpressionNode, int, ExpressionNode> around
    )
    {
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            operand = around(operand, pieces[i].At);
        }

        return operand;
    }

    private static ExpressionNode Binary(ExpressionNode left, ExpressionNode right, Piece sign) =>
        new ExpressionNode.Binary(sign.Text, left, right) { At = sign.At };

    private static ExpressionNode NameOrCall(Piece name, IReadOnlyList<object>? arguments) =>
        arguments is null
            ? new ExpressionNode.Name(name.Text) { At = name.At }
            : new ExpressionNode.Call(
                name.Text,
                [.. arguments.OfType<ExpressionNode>()],
                [.. arguments.OfType<ExpressionNode.Setting>().OrderBy(setting => setting.Key, StringComparer.Ordinal)]
            )
            {
                At = name.At,
            };

    private static string Unquote(TextSpan quoted)
    {
        var quote = quoted.Span[..1].ToString();
        return quoted.Span[1..^1].ToString().Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    private static decimal Decimal(TextSpan number) =>
        decimal.Parse(number.Span, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>A word or sign and where it stands.</summary>
    private readonly record struct Piece(string Text, int At);
}
