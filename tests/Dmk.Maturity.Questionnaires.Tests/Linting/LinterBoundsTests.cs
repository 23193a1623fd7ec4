namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The linter's work is bounded by a number of steps, whatever the file; counted, not timed.</summary>
public class LinterBoundsTests
{
    public static TheoryData<string, string> Files { get; } =
        new()
        {
            { "chain of 10,000", LargeFiles.Chain(10_000, 1) },
            { "60 before each of 800", LargeFiles.Chain(800, 60) },
            { "60 before each of 1,800", LargeFiles.Chain(1_800, 60) },
            { "two before each of 5,000", LargeFiles.Chain(5_000, 2) },
            { "truths", LargeFiles.Truths(49) },
            { "Fibonacci", LargeFiles.Fibonacci(49) },
            { "2,000 checks", LargeFiles.Checks(2_000) },
            { "2,000 computed values", LargeFiles.Computed(2_000) },
            { "5,000 options", LargeFiles.Options(1_000, 5_000) },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_large_file_is_linted_within_the_budget(string name, string yaml)
    {
        Assert.NotEmpty(name);
        _ = Linter.Parse(yaml, "large.yaml", new([]), null, out var steps);

        Assert.InRange(steps, 0, 2 * Worlds.Budget);
    }

    [Fact]
    public void Ten_thousand_questions_in_a_chain_are_read_and_linted() =>
        Assert.Equal(10_000, Linter.Parse(LargeFiles.Chain(10_000, 1), "large.yaml", new([])).OrThrow().Variables.Count);

    [Fact]
    public void A_contradiction_is_found_however_long_the_chain_before_it() =>
        Assert.Contains(
            Linter
                .Parse(
                    LargeFiles.Chain(3_000, 1)
                        + "  - { id: last, type: integer, when: \"q2999 > 5 and q2999 < 3\", text: { de: F, en: Q } }\n",
                    "large.yaml",
                    new([])
                )
                .Problems,
            problem => problem.Code == "unreachable-question"
        );
}
