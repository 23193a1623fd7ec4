using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads how ticks score: <c>score: { countShare: 3 }</c>, of some options only with <c>of: [a, b, c]</c>; <c>score: { sumOf: {
/// a: 20, b: 30, none: 0 }, cap: 100 }</c>;
/// <c>score: { bestOf: { a: 50, b: 100, none: 0 } }</c>.</summary>
internal sealed class TickScoreReader(YamlMapping score, ChoiceScoreReader choices, Scale scale)
{
    public (TickScore Rule, ScoreRange Reach)? Read(Variable variable, Ticks ticks)
    {
        var (sum, best) = (score.Optional("sumOf"), score.Optional("bestOf"));
        var read = (sum, best) switch
        {
            (not null, null) => Sum(sum, variable, ticks),
            (null, not null) => Best(best, variable, ticks),
            _ => Count(variable, ticks),
        };
        score.NothingElse();
        return read;
    }

    private (TickScore Rule, ScoreRange Reach)? Count(Variable variable, Ticks ticks)
    {
        var node = score.Required("countShare");
        var full = node?.AsInteger(1);
        var counted = Counted(variable, ticks);
        if (full is null || counted is null)
        {
            return null;
        }

        var most = Math.Min(counted.Count, ticks.Maximum ?? counted.Count);
        if (full > most)
        {
            node!.Report(
                "unreachable-score",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{full} options earn the full score of '{variable.Id}', but at most {most} can be ticked. Write {most} or less."
                )
            );
        }

        var points = new CodeScores(
            [.. ticks.Options.Select(option => option.Code)],
            [.. ticks.Options.Select(option => counted.Contains(option.Code) ? 1.0 : 0)]
        );
        var uncounted = ticks.Options.Count(option => !option.Exclusive) - counted.Count;
        var fewest = ticks.Options.Any(option => option.Exclusive && !counted.Contains(option.Code))
            ? 0
            : Math.Max(0, Math.Max(1, ticks.Minimum ?? 1) - uncounted);
        return (
            new TickScore.CountShare(points, full.Value, scale),
            new(scale.At(Math.Min(fewest, full.Value) / (double)full.Value), scale.To)
        );
    }

    /// <summary>All options but exclusive ones, or those that the author names.</summary>
    private HashSet<string>? Counted(Variable variable, Ticks ticks)
    {
        var open = ticks.Options.Where(option => !option.Exclusive).Select(option => option.Code).ToHashSet(StringComparer.Ordinal);
        if (score.Optional("of")?.AsList() is not { } list)
        {
            return open;
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item.AsString() is not { } code)
            {
                continue;
            }

            if (!open.Contains(code))
            {
                item.Report(
                    "unknown-code",
                    $"'{variable.Id}' has no option '{code}' that can be counted. It has: {string.Join(", ", open)}."
                );
            }
            else if (!named.Add(code))
            {
                item.Report("duplicate-code", $"'{code}' stands here twice. Keep one.");
            }
        }

        return named.Count == list.Items.Count ? named : null;
    }

    private (TickScore Rule, ScoreRange Reach)? Sum(YamlNode node, Variable variable, Ticks ticks)
    {
        var capNode = score.Optional("cap");
        var cap = (double?)capNode?.AsDecimal() ?? scale.To;
        if (cap <= scale.From || cap > scale.To)
        {
            capNode!.Report(
                "score-out-of-scale",
                string.Create(CultureInfo.InvariantCulture, $"A cap of {cap} is not above {scale.From} and at most {scale.To}.")
            );
            return null;
        }

        if (Inner(node)?.Each(variable, ticks.Options, points => (double?)points.AsDecimal()) is not { } points)
        {
            return null;
        }

        var (low, high) = Sums(points, ticks);
        return (
            new TickScore.SumOf(points, cap, scale),
            new(Math.Clamp(scale.From + low, scale.From, cap), Math.Clamp(scale.From + high, scale.From, cap))
        );
    }

    private (TickScore Rule, ScoreRange Reach)? Best(YamlNode node, Variable variable, Ticks ticks) =>
        Inner(node)?.Scores(variable, ticks.Options) is { } scores
            ? (new TickScore.BestOf(scores), new(scores.All.Min(), scores.All.Max()))
            : null;

    private ChoiceScoreReader? Inner(YamlNode node) => node.AsMapping() is { } mapping ? choices.Of(mapping) : null;

    /// <summary>The smallest and the largest sum of any set of options that may be ticked.</summary>
    private static (double Low, double High) Sums(CodeScores points, Ticks ticks)
    {
        var alone = ticks.Options.Where(option => option.Exclusive).Select(option => points[option.Code]);
        var together = ticks.Options.Where(option => !option.Exclusive).Select(option => points[option.Code]).Order().ToArray();
        var fewest = Math.Max(1, ticks.Minimum ?? 1);
        var sums = alone.ToList();
        for (var count = fewest; count <= Math.Min(together.Length, ticks.Maximum ?? together.Length); count++)
        {
            sums.Add(together[..count].Sum());
            sums.Add(together[^count..].Sum());
        }

        return sums.Count == 0 ? (0, 0) : (sums.Min(), sums.Max());
    }

    /// <summary>The options that can be ticked together, and how many of them.</summary>
    public readonly record struct Ticks(IReadOnlyList<Option> Options, int? Minimum, int? Maximum);
}
