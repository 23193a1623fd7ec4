using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Asks of a new study why it protects companies less than usual, key by key.</summary>
/// <param name="newStudies">Takes what is asked.</param>
internal sealed class WeakerRules(NewStudies newStudies)
{
    private static readonly ConfidentialityRule _usual = new(ConfidentialityRule.UsualMinimum);

    /// <param name="rule">Of companies; public bodies report on their own work.</param>
    /// <param name="written">Where the rule stands.</param>
    public void AskWhy(ConfidentialityRule rule, YamlMapping written)
    {
        if (IsReason(rule.Reason))
        {
            return;
        }

        if (rule.MinimumRespondents < _usual.MinimumRespondents && written.Optional("minimumRespondents") is { } minimum)
        {
            Few(
                minimum,
                $"A figure of {rule.MinimumRespondents} companies can let some of them work out the answers of another.",
                _usual.MinimumRespondents
            );
        }

        if (rule.MinimumCount < _usual.MinimumCount && written.Optional("minimumCount") is { } count)
        {
            Few(
                count,
                $"A share of {rule.MinimumCount} companies lets each of them work out at which level the others are.",
                _usual.MinimumCount
            );
        }

        if (rule.Protection < _usual.Protection && written.Optional("protection") is { } protection)
        {
            var narrowed = rule.Protection == 0 ? (FormattableString)$"exactly" : $"to {rule.Protection} points of 100";
            Weaker(
                protection,
                $"Whoever can calculate may learn a mean of too few companies {FormattableString.Invariant(narrowed)}.",
                $"{_usual.Protection} or more"
            );
        }

        if (rule.LeaveOutAtMost > _usual.LeaveOutAtMost && written.Optional("leaveOutAtMost") is { } leaveOut)
        {
            Weaker(
                leaveOut,
                $"What readers see may leave out {100 * rule.LeaveOutAtMost} % of the companies.",
                $"{_usual.LeaveOutAtMost} or less"
            );
        }

        if (rule.Dominance.Share > _usual.Dominance.Share && written.Optional("dominance") is YamlMapping dominance)
        {
            Weaker(
                dominance.Optional("share") ?? dominance,
                $"A figure may tell of hardly more than one company, with up to {rule.Dominance.Share} % of a cell.",
                $"{_usual.Dominance.Share} or less"
            );
        }

        if (rule.Dominance.PPercent < _usual.Dominance.PPercent && written.Optional("pPercent") is { } percent)
        {
            Weaker(
                percent,
                $"The second largest company of a cell may get as near as {rule.Dominance.PPercent} % to the largest.",
                $"{_usual.Dominance.PPercent} or more"
            );
        }
    }

    /// <summary>A word at least: whoever reads the study is told why.</summary>
    private static bool IsReason(string? reason) => reason is not (null or "null" or "Null" or "NULL") && reason.Any(char.IsLetter);

    private void Few(YamlNode node, FormattableString why, int usual) =>
        newStudies.Ask(
            node,
            "few-without-reason",
            $"{FormattableString.Invariant(why)} Write {usual} or more, or reason: and why fewer will do."
        );

    private void Weaker(YamlNode node, FormattableString why, FormattableString usual) =>
        newStudies.Ask(
            node,
            "weaker-without-reason",
            $"{FormattableString.Invariant(why)} Write {FormattableString.Invariant(usual)}, or reason: and why that will do."
        );
}
