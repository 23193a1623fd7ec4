using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>One expression: parsed and typed, and evaluated. A response of 100 questions evaluates some hundred rules at every change; a
/// study scores every company.</summary>
[MemoryDiagnoser]
public class ExpressionBenchmarks
{
    private Questionnaire _questionnaire = null!;
    private Interview _interview = null!;
    private Expression _expression = null!;

    /// <summary>Conditions and checks as authors write them, from short to long.</summary>
    [Params(
        "s0q0 > 0",
        "s0q1 in ['major', 'full'] or s0q0 >= 250",
        "contains(s0q2, 'production') and not (s0q1 == 'none')",
        "s0q5 / s0q0 * 100 <= 50",
        "sum(s0q4, missing: skip, atLeast: 2) <= 100"
    )]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Answer()
    {
        _questionnaire = Questionnaire.Parse(LargeDefinition.Yaml, "large.yaml", new([])).OrThrow();
        _interview = Interview.Of(
            _questionnaire,
            Answers.Of([
                new("s0q0", new Answer.Number(300)),
                new("s0q1", new Answer.Coded("minor")),
                new("s0q2", new Answer.CodedSet(["planning", "production"])),
                new("s0q3.row1", new Answer.Coded("minor")),
                new("s0q4.row1", new Answer.Number(40)),
                new("s0q4.row2", new Answer.Number(60)),
                new("s0q5", new Answer.Number(7)),
            ])
        );
        _expression = Parse();
        if (_expression.Truth(_interview) is null)
        {
            throw new InvalidOperationException($"'{Rule}' is unknown: it would be measured too fast.");
        }
    }

    /// <summary>From text to a compiled rule.</summary>
    [Benchmark]
    public Expression Parse() => Expression.Parse(Rule, new("rule", 1, 1), _questionnaire).OrThrow();

    /// <summary>One evaluation of the compiled rule.</summary>
    [Benchmark]
    public bool? Evaluate() => _expression.Truth(_interview);
}
