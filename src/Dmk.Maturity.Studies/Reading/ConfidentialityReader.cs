using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads what is withheld: <c>confidentiality: { minimumRespondents: 5, unreliableHalfWidth: 10, show: nightly }</c>.</summary>
/// <param name="newStudies">Takes what is asked of new studies alone: whatever is weaker than usual gives a reason.</param>
internal sealed class ConfidentialityReader(Population population, NewStudies newStudies)
{
    private static readonly Dictionary<string, ShowRhythm> _rhythms = new(StringComparer.Ordinal)
    {
        ["nightly"] = ShowRhythm.Nightly,
        ["weekly"] = ShowRhythm.Weekly,
        ["byHand"] = ShowRhythm.ByHand,
    };

    public ConfidentialityRule? Read(YamlMapping top)
    {
        if (top.Required("confidentiality")?.AsMapping() is not { } node)
        {
            return null;
        }

        var reason = node.Optional("reason")?.AsString();
        var minimum = Minimum(node.Optional("minimumRespondents"));
        var count = MinimumCount(node.Optional("minimumCount"), minimum ?? ConfidentialityRule.UsualMinimum);

        ByVariation(node.Optional("unreliableAbove"));
        var width = Part(node.Optional("unreliableHalfWidth"), 10, 0.1m, 50);
        var leaveOut = Part(node.Optional("leaveOutAtMost"), 0.05m, 0, 0.2m);
        var protection = Part(node.Optional("protection"), 10, 0, 50);
        var dominance = DominanceOf(node);
        var show = node.Optional("show") is { } rhythm ? rhythm.AsChoice(_rhythms) : ShowRhythm.Nightly;
        node.NothingElse();
        if (
            minimum is null
            || count is null
            || width is null
            || leaveOut is null
            || protection is null
            || dominance is null
            || show is null
        )
        {
            return null;
        }

        var rule = new ConfidentialityRule(minimum.Value)
        {
            MinimumCount = count.Value,
            UnreliableHalfWidth = (double)width.Value,
            LeaveOutAtMost = (double)leaveOut.Value,
            Protection = (double)protection.Value,
            Dominance = dominance,
            Show = show.Value,
            Reason = reason,
        };
        if (!population.OfPublicBodies)
        {
            new WeakerRules(newStudies).AskWhy(rule, node);
        }

        return rule;
    }

    /// <summary>Studies that were published before named a coefficient of variation here, a part of 1. It marks nothing any more; 15 was
    /// never one.</summary>
    private static void ByVariation(YamlNode? node)
    {
        if (node is null)
        {
            return;
        }

        var written = (node as YamlScalar)?.Value;
        if (decimal.TryParse(written, CultureInfo.InvariantCulture, out var part) && part > 1)
        {
            node.Report(
                "unreliable-in-percent",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A coefficient of variation is a part of 1, so {written} would be {100 * part:0.##} %. It marks nothing any more "
                        + $"either: write unreliableHalfWidth: and the points of a scale of 100, as in 10."
                )
            );
            return;
        }

        node.Report(
            "unreliable-by-variation",
            "The coefficient of variation marks nothing any more: a figure is unreliable when its interval is wide. Write "
                + "unreliableHalfWidth: and the points of a scale of 100, as in 10.",
            Severity.Warning
        );
    }

    private int? Minimum(YamlNode? node)
    {
        var minimum = node is null ? ConfidentialityRule.UsualMinimum : node.AsInteger(1, 1000);
        if (minimum == 1 && !population.OfPublicBodies)
        {
            node!.Report(
                "out-of-range",
                "A figure of a single respondent gives its answers away. Write 2 or more; only a census of "
                    + "public bodies (population: { census: true, respondents: publicBodies }) may publish each one."
            );
            return null;
        }

        return minimum;
    }

    private static int? MinimumCount(YamlNode? node, int respondents) =>
        node is null ? Math.Min(ConfidentialityRule.UsualCount, respondents) : node.AsInteger(1, 1000);

    private static Dominance? DominanceOf(YamlMapping confidentiality)
    {
        var (companies, share) = ((int?)Dominance.Usual.Companies, (decimal?)Dominance.Usual.Share);
        if (confidentiality.Optional("dominance") is { } written)
        {
            if (written.AsMapping() is not { } rule)
            {
                return null;
            }

            companies = rule.Required("companies")?.AsInteger(1, 2);
            share = rule.Required("share")?.AsDecimal(50, 100);
            rule.NothingElse();
        }

        var pPercent = Part(confidentiality.Optional("pPercent"), (decimal)Dominance.Usual.PPercent, 0, 100);
        return companies is null || share is null || pPercent is null
            ? null
            : new(companies.Value, (double)share.Value, (double)pPercent.Value);
    }

    private static decimal? Part(YamlNode? node, decimal usual, decimal minimum, decimal maximum) =>
        node is null ? usual : node.AsDecimal(minimum, maximum);
}
