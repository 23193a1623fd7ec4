using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Warns of ends of the scale and of levels that no answers lead to.</summary>
internal static class ReachLint
{
    private const double Hair = 1e-9;

    /// <param name="starts">Where the file says where each level begins.</param>
    public static void Report(ScoreRange reach, Scale scale, List<Level> levels, List<YamlNode> starts, YamlMapping root)
    {
        var found = false;
        for (var i = 0; i < levels.Count; i++)
        {
            var beyond = levels[i].From > reach.High + Hair && levels[i].From <= scale.To;
            var below = i + 1 < levels.Count && levels[i + 1].From <= reach.Low && levels[i + 1].From > levels[i].From;
            if (beyond || below)
            {
                found = true;
                starts[i]
                    .Report(
                        "unreachable-level",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Answers lead from {reach.Low:0.##} to {reach.High:0.##}, so nobody can "
                                + $"reach the level '{levels[i].Id}'. Move it, or change the scores."
                        ),
                        Severity.Warning
                    );
            }
        }

        if (!found && reach.Low > scale.From + Hair)
        {
            root.Report(
                "unreachable-score",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The lowest answers together score {reach.Low:0.##}, the scale begins at "
                        + $"{scale.From}: nobody can reach the bottom. Give the lowest answers the lowest score."
                ),
                Severity.Warning
            );
        }
    }
}
