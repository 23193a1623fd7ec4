using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>An expression as parsed, before its names have a meaning. Prints itself in canonical form, with no more parentheses than
/// needed.</summary>
internal abstract record ExpressionNode
{
    private ExpressionNode() { }

    /// <summary>Offset of its first character (of its operator, where it has one) in the source.</summary>
    public required int At { get; init; }

    /// <summary>How tightly it binds: or 1, and 2, not 3, comparison 4, sum 5, product 6, sign 7, the rest 8.</summary>
    protected abstract int Binding { get; }

    protected abstract string Print();

    public sealed override string ToString() => Print();

    private string Within(int binding) => Binding >= binding ? Print() : $"({Print()})";

    private static string Join(IEnumerable<ExpressionNode> nodes) => string.Join(", ", nodes.Select(node => node.Print()));

    public sealed record Number(decimal Value) : ExpressionNode
    {
        protected override int Binding => 8;

        protected override string Print() => Value.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Words(string Value) : ExpressionNode
    {
        protected override int Binding => 8;

        protected override string Print() => $"'{Value.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    public sealed record Truth(bool Value) : ExpressionNode
    {
        protected override int Binding => 8;

        protected override string Print() => Value ? "true" : "false";
    }

    public sealed record Name(string Id) : ExpressionNode
    {
        protected override int Binding => 8;

        protected override string Print() => Id;
    }

    public sealed record Not(ExpressionNode Operand) : ExpressionNode
    {
        protected override int Binding => 3;

        protected override string Print() => $"not {Operand.Within(3)}";
    }

    public sealed record Negate(ExpressionNode Operand) : ExpressionNode
    {
        protected override int Binding => 7;

        protected override string Print() => $"-{Operand.Within(7)}";
    }

    public sealed record Binary(string Operator, ExpressionNode Left, ExpressionNode Right) : ExpressionNode
    {
        protected override int Binding =>
            Operator switch
            {
                "or" => 1,
                "and" => 2,
                "+" or "-" => 5,
                "*" or "/" => 6,
                _ => 4,
            };

        protected override string Print() => $"{Left.Within(Binding == 4 ? 5 : Binding)} {Operator} {Right.Within(Binding + 1)}";
    }

    /// <summary><c>x in [a, b]</c></summary>
    public sealed record OneOf(ExpressionNode Item, IReadOnlyList<ExpressionNode> Items) : ExpressionNode
    {
        protected override int Binding => 4;

        protected override string Print() => $"{Item.Within(5)} in [{Join(Items)}]";
    }

    /// <summary><c>'code' in question</c></summary>
    public sealed record Ticked(ExpressionNode Item, ExpressionNode Question) : ExpressionNode
    {
        protected override int Binding => 4;

        protected override string Print() => $"{Item.Within(5)} in {Question.Print()}";
    }

    /// <summary><c>question is dontKnow</c></summary>
    public sealed record Is(Name Question, MissingReason Reason) : ExpressionNode
    {
        protected override int Binding => 4;

        protected override string Print() => $"{Question} is {ReasonWords.Of(Reason)}";
    }

    /// <param name="Settings">As in <c>missing: skip</c>, sorted by key.</param>
    public sealed record Call(string Function, IReadOnlyList<ExpressionNode> Arguments, IReadOnlyList<Setting> Settings) : ExpressionNode
    {
        protected override int Binding => 8;

        protected override string Print()
        {
            var settings = Settings.Select(one => $"{one.Key}: {one.Value}");
            return $"{Function}({string.Join(", ", Arguments.Select(one => one.Print()).Concat(settings))})";
        }
    }

    /// <summary>A named choice in a call.</summary>
    public sealed record Setting(string Key, string Value, int At);
}
