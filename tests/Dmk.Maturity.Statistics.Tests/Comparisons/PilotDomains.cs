using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Means of the pilot study's index in overlapping domains, with raked weights taken as fixed, and their covariances by
/// linearisation from the single respondents: the formulas of reference/README.md, written down plainly.</summary>
internal static class PilotDomains
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> _strata = Pilot.StrataRows.ToDictionary(row =>
        row["stratum"]
    );

    private static readonly Lazy<IReadOnlyList<PilotRespondent>> _respondents = new(Read);

    private static readonly Lazy<Dictionary<string, int>> _respondentsOfClass = new(() =>
        Respondents().GroupBy(one => one.Class).ToDictionary(group => group.Key, group => group.Count())
    );

    private static readonly Lazy<Dictionary<string, long>> _populationOfClass = new(() =>
        _strata.Values.GroupBy(row => row["wclass"]).ToDictionary(group => group.Key, group => group.Sum(row => row.Whole("N")))
    );

    /// <summary>Respondents minus classes: R's degrees of freedom of the design.</summary>
    public static double DegreesOfFreedom { get; } = Respondents().Count - Respondents().Select(one => one.Class).Distinct().Count();

    public static IReadOnlyList<PilotRespondent> Respondents() => _respondents.Value;

    /// <param name="domainsOf">The domains, from 0, of a respondent.</param>
    public static JointEstimates Of(int domains, Func<PilotRespondent, IEnumerable<int>> domainsOf)
    {
        var known = Respondents().Where(one => !double.IsNaN(one.Index)).Select(one => (One: one, In: domainsOf(one).ToArray())).ToArray();
        var (weights, means) = (new double[domains], new double[domains]);
        foreach (var (one, domain) in known.SelectMany(one => one.In.Select(domain => (one.One, domain))))
        {
            weights[domain] += one.Weight;
            means[domain] += one.Weight * one.Index;
        }

        means = [.. means.Zip(weights, (sum, weight) => sum / weight)];
        var covariance = Matrix<double>.Build.Dense(domains, domains);
        foreach (var group in known.GroupBy(one => one.One.Class))
        {
            AddClass(
                covariance,
                group.Key,
                [.. group.Select(one => one.In.Select(d => (d, Z: one.One.Weight * (one.One.Index - means[d]) / weights[d])).ToArray())]
            );
        }

        return new JointEstimates(means, covariance, DegreesOfFreedom);
    }

    private static void AddClass(Matrix<double> covariance, string group, (int Domain, double Z)[][] units)
    {
        var n = (double)_respondentsOfClass.Value[group];
        if (n == 1)
        {
            return;
        }

        var factor = (1 - (n / _populationOfClass.Value[group])) * n / (n - 1);
        var sums = new Dictionary<int, double>();
        foreach (var unit in units)
        {
            foreach (var (domain, z) in unit)
            {
                sums[domain] = sums.GetValueOrDefault(domain) + z;
                foreach (var (other, otherZ) in unit)
                {
                    covariance[domain, other] += factor * z * otherZ;
                }
            }
        }

        foreach (var (domain, sum) in sums)
        {
            foreach (var (other, otherSum) in sums)
            {
                covariance[domain, other] -= factor * sum * otherSum / n;
            }
        }
    }

    private static List<PilotRespondent> Read()
    {
        var stratumOf = Reference.Rows("pilot-weights.csv").ToDictionary(row => row["id"], row => row["stratum"]);
        var indexOf = Reference.Rows("pilot-scores.csv").ToDictionary(row => row["id"], row => row.Number("index"));
        return
        [
            .. Reference
                .Rows("pilot-raked-weights.csv")
                .Select(row =>
                {
                    var stratum = _strata[stratumOf[row["id"]]];
                    return new PilotRespondent(
                        stratum["land"],
                        stratum["sector"],
                        stratum["size"],
                        stratum["wclass"],
                        row.Number("w_raked"),
                        indexOf[row["id"]]
                    );
                }),
        ];
    }
}
