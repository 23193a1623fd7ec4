using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Reading, checking and compiling a definition of 300 kB: what an author waits for at every change, and a server at its
/// start.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private static readonly Classifications _none = new([]);

    private readonly string _yaml = LargeDefinition.Yaml;

    /// <summary>The YAML alone, as nodes with their places.</summary>
    [Benchmark]
    public YamlMapping Nodes() =>
        YamlFile.Parse(_yaml, "large.yaml", []) ?? throw new InvalidOperationException("The definition is not YAML.");

    /// <summary>The whole way from text to a questionnaire that can be interviewed.</summary>
    [Benchmark(Baseline = true)]
    public Questionnaire Whole() => Questionnaire.Parse(_yaml, "large.yaml", _none).OrThrow();

    /// <summary>Read, checked as the publication checks, and planned: a first interview is worked out.</summary>
    [Benchmark]
    public int LoadLintAndPlan() => Interview.Of(Linter.Parse(_yaml, "large.yaml", _none).OrThrow(), Answers.None).OnPath.Count;
}
