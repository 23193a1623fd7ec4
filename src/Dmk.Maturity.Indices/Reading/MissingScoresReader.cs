using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads what an indicator scores when there is no value: <c>missing: { unanswered: exclude, notAsked: 0 }</c>, one rule for
/// every reason that can occur.</summary>
internal sealed class MissingScoresReader(Scale scale)
{
    private const string Exclude = "exclude";

    private static readonly Dictionary<string, MissingReason> _reasons = new(StringComparer.Ordinal)
    {
        ["unanswered"] = MissingReason.Unanswered,
        ["dontKnow"] = MissingReason.DontKnow,
        ["refused"] = MissingReason.Refused,
        ["notApplicable"] = MissingReason.NotApplicable,
        ["notAsked"] = MissingReason.NotAsked,
    };

    /// <param name="variables">Those that the indicator reads.</param>
    public MissingScores Read(YamlMapping node, IReadOnlyList<Variable> variables)
    {
        var scores = new MissingScores();
        var ruled = new HashSet<string>(StringComparer.Ordinal);
        var possible = _reasons.Where(reason => CanOccur(reason.Value, variables)).Select(reason => reason.Key).ToArray();
        var rules = node.Optional("missing");
        foreach (var (key, value) in rules?.AsMapping()?.Entries ?? [])
        {
            if (!_reasons.TryGetValue(key.Value, out var reason))
            {
                key.Report("unknown-reason", $"'{key.Value}' is no reason of missing. There are: {string.Join(", ", _reasons.Keys)}.");
                continue;
            }

            _ = ruled.Add(key.Value);
            if (!possible.Contains(key.Value))
            {
                key.Report(
                    "needless-rule",
                    $"'{key.Value}' cannot occur here: the question does not offer it, or is asked of everybody. Remove the rule.",
                    Severity.Warning
                );
            }

            scores[reason] = Rule(value);
        }

        var without = possible.Where(reason => !ruled.Contains(reason)).ToArray();
        if (without.Length > 0)
        {
            (rules ?? node).Report(
                "missing-rule",
                $"Say what counts when the answer is missing: for {string.Join(", ", without)} there "
                    + $"is no rule. Write missing: {{ {without[0]}: {Exclude} }} or a score."
            );
        }

        return scores;
    }

    /// <returns>Null when it is not a number of the scale, which is reported.</returns>
    public double? OnScale(YamlNode node)
    {
        var score = (double?)node.AsDecimal();
        if (score < scale.From || score > scale.To)
        {
            node.Report(
                "score-out-of-scale",
                string.Create(CultureInfo.InvariantCulture, $"{score} is not on the scale from {scale.From} to {scale.To}.")
            );
            return null;
        }

        return score;
    }

    public static bool IsExclude(YamlNode node) => node is YamlScalar { Value: Exclude };

    private double Rule(YamlNode value) => IsExclude(value) ? double.NaN : OnScale(value) ?? double.NaN;

    private static bool CanOccur(MissingReason reason, IReadOnlyList<Variable> variables) =>
        reason switch
        {
            MissingReason.Unanswered => true,
            MissingReason.NotAsked => variables.Any(variable => variable.CanBeUnasked),
            MissingReason.DontKnow or MissingReason.Refused or MissingReason.NotApplicable => variables.Any(variable =>
                variable.Question.Missing.Contains(reason)
            ),
            _ => throw new UnreachableException($"{reason}"),
        };
}
