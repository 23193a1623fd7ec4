using Dmk.Maturity.Statistics;
using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Attack 6: linear programmes over everything that is given of a node, and the scale, for each mean that is not.</summary>
internal static class BoundsAttack
{
    /// <param name="minimum">Means of so many companies are nobody's secret.</param>
    public static AttackResult Run(Reading reading, int minimum)
    {
        var result = new AttackResult();
        for (var node = 0; node < reading.Nodes; node++)
        {
            Run(result, reading, node, minimum);
        }

        return result;
    }

    private static void Run(AttackResult result, Reading reading, int node, int minimum)
    {
        (string[] By, string Key)[] unknown =
        [
            .. reading.Cells.Where(cell => reading[node, cell.By, cell.Key] is { IsGiven: false, IsEmpty: false }),
        ];
        var placeOf = unknown.Index().ToDictionary(cell => (string.Join('|', cell.Item.By), cell.Item.Key), cell => 2 * cell.Index);
        var sums = placeOf
            .Values.SelectMany(place =>
                new KnownSum[]
                {
                    new([(place + 1, 1)], 0, double.PositiveInfinity),
                    new([(place + 1, 1), (place, -100)], double.NegativeInfinity, 0),
                }
            )
            .ToList();
        foreach (var (by, key, finer, parts) in reading.Sums())
        {
            (string[] By, string Key, double Sign)[] all = [(by, key, 1), .. parts.Select(part => (finer, part, -1.0))];
            Add(sums, all, 0, figure => figure.Population);
            Add(sums, all, 1, figure => figure.Sum);
        }

        var unknowns = placeOf.SelectMany(_ =>
            new[] { new UnknownNumber(0, double.PositiveInfinity), new UnknownNumber(double.NegativeInfinity, double.PositiveInfinity) }
        );
        var ranges = FeasibleRanges.Of([.. unknowns], sums);
        foreach (var (by, key) in unknown)
        {
            result.Attempts++;
            var place = placeOf[(string.Join('|', by), key)];
            var (population, sum) = (ranges[place], ranges[place + 1]);
            AttackedCompany[] behind = [.. reading.Behind(node, by, key)];
            if (population.Lower > 0 && behind.Length > 0 && behind.Length < minimum)
            {
                result.Weigh(
                    new Between(sum.Lower, sum.Upper) / new Between(population.Lower, population.Upper),
                    behind.Length == 1 ? [behind[0].Scores[node]] : [.. behind.Select(one => one.Scores[node])]
                );
            }
        }

        void Add(List<KnownSum> known, (string[] By, string Key, double Sign)[] all, int shift, Func<ReadFigure, Between> number)
        {
            var terms = new List<(int, double)>();
            var rest = new Between(0, 0);
            foreach (var (by, key, sign) in all)
            {
                if (placeOf.TryGetValue((string.Join('|', by), key), out var place))
                {
                    terms.Add((place + shift, sign));
                }
                else if (reading[node, by, key] is { IsGiven: true } figure)
                {
                    rest += -sign * number(figure);
                }
            }

            if (terms.Count > 0)
            {
                var half = 1e-9 * Math.Max(Math.Abs(rest.Low), Math.Abs(rest.High));
                known.Add(new(terms, rest.Low - half, rest.High + half));
            }
        }
    }
}
