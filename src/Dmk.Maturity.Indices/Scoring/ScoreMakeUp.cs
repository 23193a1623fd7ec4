using System.Globalization;

namespace Dmk.Maturity.Indices;

/// <summary>Of what the score of a company at a node is made: a weighted sum of scores that do not follow from each other.</summary>
/// <remarks>Below arithmetic means these are scores of indicators, named by how they are made from answers, so that indicators of two
/// models have the same name where they give the same score. What another mean makes stands for itself, named by what it is made
/// of.</remarks>
/// <param name="Shares">By name; 1 in sum, unless a part counts in the other direction.</param>
public sealed record ScoreMakeUp(IReadOnlyDictionary<string, double> Shares)
{
    private string Name =>
        string.Join(
            " + ",
            Shares
                .OrderBy(share => share.Key, StringComparer.Ordinal)
                .Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Value:G9} ({share.Key})"))
        );

    /// <param name="nameOf">What a score is called that no part has a share in.</param>
    internal static ScoreMakeUp?[] Of(IReadOnlyList<ScoredNode> plan, Func<int, bool> has, Func<int, string> nameOf)
    {
        var made = new ScoreMakeUp?[plan.Count];
        for (var node = made.Length - 1; node >= 0; node--)
        {
            made[node] =
                !has(node) ? null
                : plan[node].Indicator is { } indicator ? Alone(indicator.Definition)
                : Of(plan, node, made) ?? Alone(nameOf(node));
        }

        return made;
    }

    /// <returns>Null where no part has a score.</returns>
    private static ScoreMakeUp? Of(IReadOnlyList<ScoredNode> plan, int node, ScoreMakeUp?[] made)
    {
        var branch = plan[node].Branch!;
        var parts = branch.Children.Where(child => made[child] is not null && plan[child].Weight > 0).ToArray();
        if (parts.Length == 0)
        {
            return null;
        }

        var whole = parts.Sum(part => plan[part].Weight);
        if (branch.Aggregation != Aggregation.Arithmetic)
        {
            var all = parts.Select(part =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan[part].Weight / whole:G9} {plan[part].Threshold:R} {plan[part].Reversed} [{made[part]!.Name}]"
                )
            );
            return Alone(
                string.Create(CultureInfo.InvariantCulture, $"{branch.Aggregation} {branch.Exponent:R}: {string.Join(", ", all)}")
            );
        }

        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var weight = plan[part].Weight / whole * (plan[part].Reversed ? -1 : 1);
            foreach (var (name, share) in made[part]!.Shares)
            {
                shares[name] = shares.GetValueOrDefault(name) + (weight * share);
            }
        }

        return new(shares);
    }

    private static ScoreMakeUp Alone(string name) => new(new Dictionary<string, double>(StringComparer.Ordinal) { [name] = 1 });
}
