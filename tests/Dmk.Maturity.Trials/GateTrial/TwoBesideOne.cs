using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Trials;

/// <summary>Attack 3: two answer as if they stood where a third company is alone, and take their answers off the mean.</summary>
internal sealed class TwoBesideOne(GateTruth truth, Colluders colluders)
{
    private readonly List<Case> _cases = [];

    /// <summary>Lets pairs answer beside companies that are alone in a cell of a table.</summary>
    public async Task Collude(int most, CancellationToken cancellation)
    {
        var alone = truth
            .Tables.Where(table => table.Count > 0)
            .SelectMany(table => truth.Companies.GroupBy(company => GateTruth.KeyOf(table, company.Cell)))
            .Where(cell => cell.Count() == 1)
            .Select(cell => (cell.Key, Victim: cell.Single()))
            .DistinctBy(cell => cell.Victim.UnitId);
        foreach (var (key, victim) in alone.OrderBy(cell => cell.Key, StringComparer.Ordinal).Take(most).ToArray())
        {
            // Drawn with the victim where two of them can be had, else from one stratum anywhere: their weights are alike.
            var open = colluders.Open;
            var pair = open[victim.Stratum].Count() >= 2 ? open[victim.Stratum] : open.First(group => group.Count() >= 2);
            var own = new List<double[][]>();
            foreach (var invitation in pair.ToArray())
            {
                if (own.Count < 2 && await colluders.Answer(invitation, RegisterCell.Of(victim.Cell), cancellation) is { } scores)
                {
                    own.Add(scores);
                }
            }

            if (own.Count == 2)
            {
                _cases.Add(new(key, victim, pair.First().Stratum == victim.Stratum, own));
            }
        }
    }

    public AttackCount Run(GateReading reading)
    {
        var count = new AttackCount("3", "Two beside one") { Remark = $"{_cases.Count} pairs" };
        foreach (var one in _cases)
        {
            foreach (var (place, model) in reading.Study.Indices.Index())
            {
                foreach (var node in model.Nodes)
                {
                    var own = one.Own.Select(scores => scores[place][node.Index]).Where(score => !double.IsNaN(score)).ToArray();
                    count.Attempts++;
                    if (
                        reading[model, node, one.Key] is not { Mean: { } mean } cell
                        || cell.Respondents is { } all && all != own.Length + 1
                    )
                    {
                        continue;
                    }

                    foreach (var value in Values(one, mean, cell, own, model.ScaleFrom, model.ScaleTo))
                    {
                        count.Weigh(value, (model.ScaleFrom, model.ScaleTo), [(one.Victim.UnitId, one.Victim.Scores[place][node.Index])]);
                    }
                }
            }
        }

        return count;
    }

    /// <summary>The victim's value; without its weight, both that the population and the effective number allow are looked at, and kept
    /// where only one lies on the scale.</summary>
    private static IEnumerable<Between> Values(Case one, Between mean, ReaderCell cell, double[] own, double from, double to)
    {
        if (one.AlikeDrawn)
        {
            return [((own.Length + 1) * mean) - Between.Around(own.Sum(), 0)];
        }

        if (cell is not { Population: { } population, Effective: { } effective } || own.Length == 0)
        {
            return [];
        }

        // k w + u = pop and k w² + u² = pop²/neff.
        var k = (double)own.Length;
        var pop = population.Middle;
        var root = Math.Sqrt(Math.Max(0, (k * k * pop * pop) - (k * (k + 1) * ((pop * pop) - (pop * pop / effective.Middle)))));
        Between[] values =
        [
            .. new[] { 1, -1 }
                .Select(sign => ((k * pop) + (sign * root)) / (k * (k + 1)))
                .Where(w => pop - (k * w) > 0)
                .Select(w => ((population * mean) - Between.Around(w * own.Sum(), 0)) / Between.Around(pop - (k * w), population.Half))
                .Where(value => value.Low <= to + 1e-6 && value.High >= from - 1e-6),
        ];
        return values.Length == 1 || (values.Length == 2 && Math.Abs(values[0].Middle - values[1].Middle) < 1e-6) ? [values[0]] : [];
    }

    private sealed record Case(string Key, TrueCompany Victim, bool AlikeDrawn, IReadOnlyList<double[][]> Own);
}
