namespace Dmk.Maturity.Studies.Tests;

/// <summary>One to three companies that act together do not learn the score of another one from what they are told of their peers; without
/// the rules they do.</summary>
public sealed class PeerAttackTests(ITestOutputHelper output)
{
    private const int Attempts = 60;

    [Fact]
    public void Nobody_learns_the_score_of_another_within_ten_points()
    {
        var by = new (string Name, PeerAttack.Teller Teller)[]
        {
            ("exact", PeerAttack.Exactly),
            ("in steps alone", PeerAttack.InStepsAlone),
            ("by the rule", PeerAttack.ByRule),
        };
        var successes = by.ToDictionary(one => one.Name, one => 0);
        var told = 0;
        for (var seed = 0; seed < Attempts; seed++)
        {
            var random = new Random(seed);
            var attack = Drawn(random);
            var together = Together(attack, random);
            told += together.Count(company => attack.SetsOf(company).Any(set => PeerAttack.ByRule(attack, company, set) is not null));
            foreach (var (name, teller) in by)
            {
                successes[name] += attack.Narrowest(together, teller) < PeerRule.Protection - 1e-3 ? 1 : 0;
            }
        }

        output.WriteLine(
            $"{Attempts} attempts, {told} companies told: {string.Join(", ", successes.Select(one => $"{one.Key} {one.Value}"))}"
        );
        Assert.True(told >= Attempts, $"Only {told} were told anything.");
        Assert.True(successes["exact"] >= 10, "So nothing would be seen of a rule that does not hold.");
        Assert.True(successes["in steps alone"] > 0, "So nothing would be seen of a minimum that does not hold.");
        Assert.Equal(0, successes["by the rule"]);
    }

    /// <summary>Four cells of two to twenty companies. In some all are alike, near an end of the scale, or of few values.</summary>
    private static PeerAttack Drawn(Random random)
    {
        var kind = random.Next(6);
        var (places, scores) = (new List<int>(), new List<double>());
        for (var place = 0; place < 4; place++)
        {
            for (var companies = random.Next(4) == 0 ? random.Next(2, 5) : random.Next(5, 21); companies > 0; companies--)
            {
                places.Add(place);
                scores.Add(
                    (kind == 5 ? random.Next(5) : kind) switch
                    {
                        0 => 100 * random.NextDouble(),
                        1 => 3 * random.NextDouble(),
                        2 => 100 - random.Next(3),
                        3 => 50 * random.Next(3),
                        _ => 40 + (4 * random.NextDouble()),
                    }
                );
            }
        }

        return new([.. places], [.. scores]);
    }

    /// <summary>One to three, mostly of one cell, with whatever scores they like.</summary>
    private static int[] Together(PeerAttack attack, Random random)
    {
        var place = random.Next(4);
        int[] from = [.. Enumerable.Range(0, attack.Place.Length).Where(one => random.Next(4) == 0 || attack.Place[one] == place)];
        int[] together = [.. from.OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
        Array.ForEach(together, one => attack.Scores[one] = random.Next(3) == 0 ? random.Next(101) : attack.Scores[one]);
        return together;
    }
}
