namespace Dmk.Maturity.Questionnaires;

/// <summary>A comparison behind a comparison, as in <c>1 &lt; a &lt; 20</c>, which mathematicians write and no condition has.</summary>
internal static class ChainedComparison
{
    private static readonly string[] _signs = ["==", "!=", "<=", ">=", "<", ">", "="];

    /// <param name="at">Where reading came to its end.</param>
    /// <returns>What to write instead; null where no second comparison stands there.</returns>
    public static string? Hint(string source, int at)
    {
        var sign = Array.Find(_signs, one => source.AsSpan(at).StartsWith(one));
        if (sign is null || ExpressionParser.Parse(source[Start(source, at)..at]).Node is not { } before || Last(before) is not { } first)
        {
            return null;
        }

        var behind = at + sign.Length;
        var end = ExpressionParser.Parse(source[behind..End(source, behind)]).Node is { } rest ? First(rest).ToString() : "...";
        return $"Comparisons are not chained. Write {first} and {first.Right} {(sign == "=" ? "==" : sign)} {end}.";
    }

    private static ExpressionNode.Binary? Last(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Binary { Operator: "and" or "or" } both => Last(both.Right),
            ExpressionNode.Binary { Operator: "==" or "!=" or "<" or "<=" or ">" or ">=" } comparison => comparison,
            ExpressionNode.Not not => Last(not.Operand),
            _ => null,
        };

    private static ExpressionNode First(ExpressionNode node) =>
        node is ExpressionNode.Binary { Operator: "and" or "or" or "==" or "!=" or "<" or "<=" or ">" or ">=" } both
            ? First(both.Left)
            : node;

    /// <summary>Where the innermost bracket or argument around a place begins.</summary>
    private static int Start(string source, int at)
    {
        var open = new Stack<int>([0]);
        for (var i = 0; i < at; i += Length(source, i))
        {
            switch (source[i])
            {
                case '(' or '[':
                    open.Push(i + 1);
                    break;
                case ')' or ']' when open.Count > 1:
                    open.Pop();
                    break;
                case ',':
                    open.Pop();
                    open.Push(i + 1);
                    break;
            }
        }

        return open.Peek();
    }

    /// <summary>Where it ends.</summary>
    private static int End(string source, int at)
    {
        var depth = 0;
        var i = at;
        while (i < source.Length && !(depth == 0 && source[i] is ')' or ']' or ','))
        {
            depth += source[i] switch
            {
                '(' or '[' => 1,
                ')' or ']' => -1,
                _ => 0,
            };
            i += Length(source, i);
        }

        return Math.Min(i, source.Length);
    }

    /// <summary>A text in quotes is one.</summary>
    private static int Length(string source, int at) => Math.Max(1, ExpressionWords.Quoted(source.AsSpan(at)));
}
