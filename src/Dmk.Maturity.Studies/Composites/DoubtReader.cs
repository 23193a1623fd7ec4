using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads <c>sensitivity: { weights: { dirichlet: 60 }, normalise: [minmax], aggregate: [arithmetic], leaveOut: 1 }</c>.</summary>
internal static class DoubtReader
{
    private static readonly Dictionary<string, DoubtedScale> _scales = new(StringComparer.Ordinal)
    {
        ["minmax"] = DoubtedScale.MinMax,
        ["z"] = DoubtedScale.Z,
        ["percentileRank"] = DoubtedScale.PercentileRank,
        ["declared"] = DoubtedScale.Declared,
    };

    private static readonly Dictionary<string, CompositeAggregation> _aggregations = new(StringComparer.Ordinal)
    {
        ["arithmetic"] = CompositeAggregation.Arithmetic,
        ["geometric"] = CompositeAggregation.Geometric,
        ["harmonic"] = CompositeAggregation.Harmonic,
    };

    private static readonly Dictionary<string, bool> _declared = new(StringComparer.Ordinal) { ["declared"] = true };

    public static CompositeDoubtRules Read(YamlMapping top)
    {
        var rules = new CompositeDoubtRules();
        if (top.Optional("sensitivity")?.AsMapping() is not { } mapping)
        {
            return rules;
        }

        rules = mapping.Optional("weights") is { } weights ? rules with { Weights = Weights(weights) ?? rules.Weights } : rules;
        rules = mapping.Optional("normalise") is { } scales ? rules with { Normalisations = Choices(scales, _scales) } : rules;
        rules = mapping.Optional("aggregate") is { } means ? rules with { Aggregations = Means(means) } : rules;
        rules = mapping.Optional("leaveOut")?.AsInteger(0, 1000) is { } most ? rules with { MostLeftOut = most } : rules;
        mapping.NothingElse();
        return rules;
    }

    private static WeightDraw? Weights(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return node.AsChoice(_declared) is not null ? new WeightDraw.Declared() : null;
        }

        var (uniform, dirichlet) = (mapping.Optional("uniform"), mapping.Optional("dirichlet"));
        mapping.NothingElse();
        if (uniform is null == dirichlet is null)
        {
            mapping.Report("weights-drawn", "Name one of the two: { uniform: 0.25 } or { dirichlet: 60 }.");
            return null;
        }

        return uniform?.AsDecimal(0, 0.999m) is { } spread ? new WeightDraw.Uniform((double)spread)
            : dirichlet?.AsDecimal(0.001m, 1_000_000) is { } sum ? new WeightDraw.Dirichlet((double)sum)
            : null;
    }

    /// <summary>The word declared alone keeps what is declared.</summary>
    private static CompositeAggregation[] Means(YamlNode node) =>
        node is YamlScalar { Value: "declared" } ? [] : Choices(node, _aggregations);

    private static T[] Choices<T>(YamlNode node, Dictionary<string, T> known)
        where T : struct
    {
        T[] chosen = [.. (node.AsList()?.Items ?? []).Select(item => item.AsChoice(known)).OfType<T>()];
        if (node is YamlList && chosen.Length == 0)
        {
            node.Report("no-choice", $"Name at least one of {string.Join(", ", known.Keys)}.");
        }

        return chosen.Length == 0 ? [known.Values.First()] : chosen;
    }
}
