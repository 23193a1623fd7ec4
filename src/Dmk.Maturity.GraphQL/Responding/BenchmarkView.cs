using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Benchmark"), Description("A company's own scores beside those of its peers.")]
internal sealed class BenchmarkView(Benchmark benchmark, Language language)
{
    [Description("Whether there are peers to be told of yet.")]
    public BenchmarkState State => benchmark.Shown;

    [Description("What can be read here, in sentences.")]
    public string Explanation => BenchmarkWords.Explanation(benchmark).In(language);

    [Description("The index.")]
    public IndexView Index => new(benchmark.Model, language);

    [Description("The index and its dimensions, in the order of the model."), ListSize(15)]
    public IEnumerable<BenchmarkedScoreView> Scores =>
        benchmark.Nodes.Select(node => new BenchmarkedScoreView(node, benchmark.Model, language));
}
