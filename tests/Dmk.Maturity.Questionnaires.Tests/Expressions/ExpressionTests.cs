namespace Dmk.Maturity.Questionnaires.Tests;

public class ExpressionTests
{
    private static readonly string _folder = Path.Combine(
        RepositoryFiles.Root,
        "tests",
        "Dmk.Maturity.Questionnaires.Tests",
        "Expressions"
    );

    public static TheoryData<string, string> Cases { get; } = [.. Lines("expressions.cases")];

    public static TheoryData<string, string> Mistakes { get; } = [.. Lines("mistakes.cases")];

    public static TheoryData<string, string> Forms { get; } = [.. Lines("canonical.cases")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expression_gives(string expression, string result) =>
        Assert.Equal(result, ExpressionCases.Evaluate(ExpressionCases.Parse(expression).OrThrow()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_canonical_form_gives_the_same(string expression, string result)
    {
        var canonical = ExpressionCases.Parse(expression).OrThrow().ToString();
        var again = ExpressionCases.Parse(canonical).OrThrow();

        Assert.Equal(canonical, again.ToString());
        Assert.Equal(result, ExpressionCases.Evaluate(again));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_found_in_its_column(string expression, string problem)
    {
        var reading = ExpressionCases.Parse(expression);

        Assert.Null(reading.Value);
        Assert.Equal(problem, string.Join(", ", reading.Problems.Select(one => $"{one.Place.Column} {one.Code}")));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_expression_is_printed_without_needless_parentheses(string expression, string canonical) =>
        Assert.Equal(canonical, ExpressionCases.Parse(expression).OrThrow().ToString());

    [Fact]
    public void Truth_tables_are_those_of_Kleene()
    {
        string[] values = ["true", "false", "unknown"];
        string[] and = ["true", "false", "unknown", "false", "false", "false", "unknown", "false", "unknown"];
        string[] or = ["true", "true", "true", "true", "false", "unknown", "true", "unknown", "unknown"];
        // Every reason of missing must do for unknown.
        foreach (var missing in new[] { "blank", "dontKnow", "refused", "notApplicable", "notAsked" })
        {
            string[] written = ["yes", "no", $"({missing} > 1)"];
            for (var i = 0; i < 9; i++)
            {
                var (left, right) = (written[i / 3], written[i % 3]);
                Assert.Equal(and[i], Evaluate($"{left} and {right}"));
                Assert.Equal(or[i], Evaluate($"{left} or {right}"));
                Assert.Equal(and[i], Evaluate($"all({left}, {right})"));
                Assert.Equal(or[i], Evaluate($"any({left}, {right})"));
            }

            Assert.Equal(["false", "true", "unknown"], written.Select(one => Evaluate($"not {one}")));
            Assert.Equal(values, written.Select(Evaluate));
        }
    }

    [Fact]
    public void An_expression_says_what_it_reads()
    {
        var expression = ExpressionCases.Parse("two + sum(split) > half and two < 3").OrThrow();

        Assert.Equal(["two", "split", "half"], expression.Reads);
        Assert.Equal(ExpressionKind.Truth, expression.Kind);
        Assert.Null(expression.Constant);
        Assert.Equal(7, ExpressionCases.Parse("1 + 2 * 3").OrThrow().Constant);
    }

    [Fact]
    public void Asking_for_another_kind_is_a_bug_of_the_caller()
    {
        var expression = ExpressionCases.Parse("two > 1").OrThrow();

        Assert.Throws<InvalidOperationException>(() => expression.Number(ExpressionCases.Interview));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(600)]
    [InlineData(33)]
    public void Deep_nesting_is_refused(int depth)
    {
        var reading = ExpressionCases.Parse(new string('(', depth) + "1" + new string(')', depth));

        Assert.Contains(Assert.Single(reading.Problems).Code, (string[])["expression-too-deep", "expression-too-long"]);
    }

    [Fact]
    public void The_longest_chains_are_evaluated()
    {
        Assert.Equal("1000", Evaluate(string.Join('+', Enumerable.Repeat("1", 1000))));
        Assert.Equal("-1", Evaluate(new string('-', 1999) + "1"));
        Assert.Equal("true", Evaluate(string.Concat(Enumerable.Repeat("not ", 498)) + "true"));
        Assert.Equal("1", Evaluate(new string('(', 32) + "1" + new string(')', 32)));
    }

    private static string Evaluate(string expression) => ExpressionCases.Evaluate(ExpressionCases.Parse(expression).OrThrow());

    private static IEnumerable<TheoryDataRow<string, string>> Lines(string file) =>
        File.ReadLines(Path.Combine(_folder, file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" => "))
            .Select(parts => new TheoryDataRow<string, string>(parts[0], parts[1]));
}
