using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>The report of the attacks, in Markdown.</summary>
internal static class GateReport
{
    private static readonly IReadOnlyList<(string Number, string Words)> _attacks =
    [
        (
            "1",
            "**Weights from digits.** Two nodes of a cell whose respondents differ by one company give its weight, and all weights the "
                + "number of companies of each; where that fails, the frame's counts give every mix of sizes that fits what is printed. An "
                + "answer of a company that is alone with its weight follows where one sum of scores only fits population times mean. "
                + "Tried: choices in cells of at most five strata, published or not. Result: an answer of one company."
        ),
        (
            "2a",
            "**Parent minus children.** One respondent of a parent lacks a child, or the same children. Tried: parent and child, both "
                + "published. Result: that company's score of the parent."
        ),
        (
            "2b",
            "**Total minus published parts.** Tried: cells with a withheld part in a finer table. Result: the score of the one company in "
                + "the withheld parts."
        ),
        (
            "2c",
            "**Two models on one question.** Two indicators of two models score the same codes along one line and differ by one "
                + "respondent. Tried: pairs, both published."
        ),
        (
            "3",
            "**Two beside one.** Two companies answer as if they stood in the Land, sector and size of one that is alone in a cell of a "
                + "table. Tried: nodes of these cells. Result: a score of the third company."
        ),
        ("4", "**Collapse list.** Tried: strata. Result: a stratum of which the provenance says that nobody or one company has answered."),
        (
            "5",
            "**All the same.** A standard error of 0, or a mean at an end of the scale. Tried: published figures. Result: a cell of which "
                + "the value of every company is known."
        ),
        (
            "6",
            "**Bounds and integers.** Linear programmes over all published figures, the scale and the smallest numbers of respondents. "
                + "Tried: withheld cells. Result: the mean of fewer than five companies, or of "
                + "those that are alike, within 5 points (6n: a "
                + "withheld number of respondents). 6r: on what operators get, whose withheld cells are those of later releases."
        ),
        (
            "5b",
            "**Nearly the same.** A small standard error of few respondents leaves none of them room to lie far from the mean. Tried: "
                + "published figures. Result: a cell of which the value of every company is known to 5 points either way."
        ),
        (
            "7",
            "**Polling.** Companies of one stratum submit one by one, and the reader asks after each; for half of the strata an operator "
                + "shows the results after every second. Tried: submissions. Result: a cell of any table that grows by fewer than five "
                + "companies. 7a, 7b: the same for all nodes, before and after one further state and many. Tried: figures read twice."
        ),
    ];

    public static string Text(string machine, IReadOnlyList<GateRun> runs, IReadOnlyList<GateFigures> before)
    {
        var text = new StringBuilder();
        Line(text, "# Attacks on disclosure control");
        Line(text, "");
        Line(text, $"`dotnet run -c Release --project tests/Dmk.Maturity.Trials -- gate --report docs/trials/gate.md`. {machine}");
        Line(text, "");
        Line(
            text,
            "The attacker has an economist's token: all nodes of all index models by all tables, through the endpoint, the public files of"
        );
        Line(text, "the study and its frame. A number is known as closely as it is printed. The truth is scored from the stored answers.");
        Line(
            text,
            "**Tried** counts targets, **results** values that the attacker is sure of to 5 points either way, **right** those whose"
        );
        Line(text, "range holds the truth (to half a point), **companies** those of whom they tell. **Guesses** are values whose range is");
        Line(text, "wider, with those that are close all the same, by luck or not.");
        foreach (var run in runs)
        {
            var earlier = before.FirstOrDefault(one => one.Invited == run.Invited);
            Line(text, "");
            Line(text, $"## {run.Invited:N0} invited");
            Line(text, "");
            Line(text, $"Now: {run.Circumstances}." + (earlier is null ? "" : $" Before ({earlier.Date}): {earlier.Circumstances}."));
            Line(text, "");
            Line(text, "| attack | | tried | results | right | companies | guesses (close) | |");
            Line(text, "|---|---|---:|---:|---:|---:|---:|---|");
            foreach (var count in run.Counts)
            {
                if (earlier?.Attacks.GetValueOrDefault(count.Number) is { } figures)
                {
                    Row(text, $"{count.Number} {count.Name}", "before", figures, "");
                }

                Row(text, $"{count.Number} {count.Name}", "now", count.Figures, count.Remark);
            }
        }

        Line(text, "");
        Line(text, "## The attacks");
        Line(text, "");
        foreach (var (number, words) in _attacks)
        {
            Line(text, $"* {number} {words}");
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, string when, AttackFigures figures, string remark) =>
        Line(
            text,
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {when} | {figures.Attempts:N0} | {figures.Results:N0} | {figures.Successes:N0} | "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{figures.Companies:N0} | {figures.Guesses:N0} ({figures.GuessesClose:N0}) | {remark} |"
                )
        );

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
