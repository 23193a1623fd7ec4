using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Description("What came of drawing a sample.")]
internal sealed record DrawSamplePayload
{
    [Description("proportional, equal, neyman, census or given; null where something forbids it.")]
    public string? Method { get; init; }

    [Description("How many are drawn in all; null where something forbids it.")]
    public int? Sampled { get; init; }

    [Description("The strata in the order of the frame, with what is drawn of each; empty where something forbids it."), ListSize(1000)]
    public IReadOnlyList<StratumView> Strata { get; init; } = [];

    [Description("With which the sample was drawn; null in a dry run, and where something forbids it.")]
    public int? Seed { get; init; }

    [Description("What forbids it; nobody was drawn then."), ListSize(20)]
    public IReadOnlyList<AuthorProblemView> Problems { get; init; } = [];

    internal static DrawSamplePayload Of(Study study, SamplePlan plan, Language language)
    {
        var names = new CodeNames(language);
        return new()
        {
            Method = SamplePlan.Word(plan.Method),
            Sampled = checked((int)plan.Drawn),
            Strata = [.. plan.Strata.Select(stratum => new StratumView(stratum, study.Design.Population.Strata, names))],
        };
    }
}
