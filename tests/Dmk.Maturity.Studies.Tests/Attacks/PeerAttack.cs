using Google.OrTools.LinearSolver;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Companies that put together their own scores and all that they are told of their peers, against one other company. They know
/// who is in which cell, how many there are, and that scores lie between 0 and 100.</summary>
/// <param name="Place">Per company the number of its closest cell; cells 2k and 2k + 1 are in one wider cell.</param>
/// <param name="Scores">0 to 100, of the companies in the same order.</param>
internal sealed record PeerAttack(int[] Place, double[] Scores)
{
    /// <summary>Tells one of the companies of a set of them that it is in; null where nothing is told.</summary>
    public delegate Told? Teller(PeerAttack attack, int company, int[] set);

    /// <summary>The sets that a company is set beside, the closest first.</summary>
    public IEnumerable<int[]> SetsOf(int company) =>
        [Those(one => Place[one] == Place[company]), Those(one => Place[one] / 2 == Place[company] / 2), Those(_ => true)];

    /// <summary>What the rule tells.</summary>
    public static Told? ByRule(PeerAttack attack, int company, int[] set)
    {
        var tally = new PeerTally(attack.Scores[company]);
        Array.ForEach(set, one => tally.AddDrawn(attack.Scores[one]));
        return PeerRule.Tell(tally, 1, (0, 100)) is { } figure
            ? new((figure.Mean.Lower, figure.Mean.Upper), figure.Lower is { } lower ? (lower.From, lower.To) : (0, 100))
            : null;
    }

    /// <summary>The same steps, of however few and whatever their scores.</summary>
    public static Told? InStepsAlone(PeerAttack attack, int company, int[] set) =>
        Exactly(attack, company, set) is { } exact ? new(Step(exact.Mean.Low, 5), Step(exact.Lower.Low, 20)) : null;

    /// <summary>Mean and place as they are.</summary>
    public static Told? Exactly(PeerAttack attack, int company, int[] set)
    {
        double[] others = [.. set.Where(one => one != company).Select(one => attack.Scores[one])];
        if (others.Length == 0)
        {
            return null;
        }

        var own = attack.Scores[company];
        var lower =
            100
            * others.Average(other =>
                other < own ? 1
                : other == own ? 0.5
                : 0
            );
        return new((others.Average(), others.Average()), (lower, lower));
    }

    /// <summary>How closely the companies know the score of one that is not with them: the narrowest range of the others.</summary>
    public double Narrowest(int[] together, Teller teller)
    {
        var told = together
            .Select(company =>
                SetsOf(company)
                    .Select(set => (Company: company, Set: set, What: teller(this, company, set)))
                    .FirstOrDefault(step => step.What is not null)
            )
            .Where(step => step.What is not null)
            .ToArray();
        var groups = Enumerable
            .Range(0, Place.Length)
            .Except(together)
            .GroupBy(one => string.Concat(told.Select(step => step.Set.Contains(one) ? '1' : '0')))
            .Select(group => group.ToArray())
            .ToArray();
        return groups.Length == 0 ? 100 : groups.Min(group => Range(groups, group, together, told));
    }

    /// <summary>Companies of a group cannot be told apart: one of them stands for all.</summary>
    private double Range(int[][] groups, int[] target, int[] together, (int Company, int[] Set, Told? What)[] told)
    {
        double[] own = [.. together.Select(company => Scores[company]).Distinct().Order()];
        double[] ends = [0, .. own, 100];
        (double Low, double High)[] bands = [.. ends.Zip(ends.Skip(1)), .. own.Select(score => (score, score))];
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (from, to) in bands)
        {
            using var solver = Solver.CreateSolver("SCIP");
            var score = solver.MakeNumVar(from, to, "");
            var counts = new Variable[groups.Length, bands.Length];
            var sums = new Variable[groups.Length, bands.Length];
            for (var group = 0; group < groups.Length; group++)
            {
                var others = groups[group].Length - (groups[group] == target ? 1 : 0);
                var all = solver.MakeConstraint(others, others);
                for (var at = 0; at < bands.Length; at++)
                {
                    (counts[group, at], sums[group, at]) = (solver.MakeIntVar(0, others, ""), solver.MakeNumVar(0, 100 * others, ""));
                    all.SetCoefficient(counts[group, at], 1);
                    solver.Add(sums[group, at] >= bands[at].Low * counts[group, at]);
                    solver.Add(sums[group, at] <= bands[at].High * counts[group, at]);
                }
            }

            foreach (var (company, set, what) in told)
            {
                var others = set.Length - 1;
                int[] known = [.. together.Where(one => one != company && set.Contains(one))];
                var sum = solver.MakeConstraint(
                    (what!.Mean.Low * others) - known.Sum(one => Scores[one]) - 1e-6,
                    (what.Mean.High * others) - known.Sum(one => Scores[one]) + 1e-6
                );
                var knownLower = known.Sum(one => Share(Scores[one], Scores[one], Scores[company]));
                var lower = solver.MakeConstraint(
                    (what.Lower.Low / 100 * others) - knownLower - 1e-6 - (set.Contains(target[0]) ? Share(from, to, Scores[company]) : 0),
                    (what.Lower.High / 100 * others) - knownLower + 1e-6 - (set.Contains(target[0]) ? Share(from, to, Scores[company]) : 0)
                );
                if (set.Contains(target[0]))
                {
                    sum.SetCoefficient(score, 1);
                }

                for (var group = 0; group < groups.Length; group++)
                {
                    for (var at = 0; at < bands.Length && set.Contains(groups[group][0]); at++)
                    {
                        sum.SetCoefficient(sums[group, at], 1);
                        lower.SetCoefficient(counts[group, at], Share(bands[at].Low, bands[at].High, Scores[company]));
                    }
                }
            }

            solver.Objective().SetCoefficient(score, 1);
            solver.Objective().SetMinimization();
            if (solver.Solve() == Solver.ResultStatus.OPTIMAL)
            {
                low = Math.Min(low, solver.Objective().Value());
                solver.Objective().SetMaximization();
                Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
                high = Math.Max(high, solver.Objective().Value());
            }
        }

        // What they know holds: otherwise they would have made a mistake.
        Assert.All(target.Take(1), one => Assert.True(low <= high, $"Nothing agrees with what is told of {one}."));
        return high - low;
    }

    /// <summary>How a score between two own ones counts as lower than one of them.</summary>
    private static double Share(double low, double high, double own) =>
        low == high && low == own ? 0.5
        : high <= own ? 1
        : 0;

    private static (double Low, double High) Step(double value, double width)
    {
        var low = Math.Clamp(Math.Floor(value / width), 0, (100 / width) - 1) * width;
        return (low, low + width);
    }

    private int[] Those(Func<int, bool> wanted) => [.. Enumerable.Range(0, Place.Length).Where(wanted)];

    /// <summary>Between which values the mean of the others lies, and how many of 100 of them are lower.</summary>
    internal sealed record Told((double Low, double High) Mean, (double Low, double High) Lower);
}
