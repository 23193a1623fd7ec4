namespace Dmk.Maturity.Trials;

/// <summary>Attack 5b: where the standard error is small, few respondents cannot lie far from the mean: of n with alike weights none is
/// further away than the standard error times the root of n (n - 1).</summary>
internal static class NearlyTheSame
{
    public static AttackCount Run(GateReading reading, GateTruth truth)
    {
        var count = new AttackCount("5b", "Nearly the same");
        var found = new List<string>();
        foreach (var (place, model) in reading.Study.Indices.Index())
        {
            var width = (model.ScaleTo - model.ScaleFrom) / 100;
            foreach (var node in model.Nodes)
            {
                foreach (var key in reading.Tables.SelectMany(table => table.Keys))
                {
                    if (reading[model, node, key] is not { Mean: { } mean, StandardError: { } error, Respondents: { } n })
                    {
                        continue;
                    }

                    count.Attempts++;
                    var most = (error.High * Math.Sqrt(n * (n - 1.0))) + mean.Half;
                    if (most > AttackCount.Rough * width)
                    {
                        continue;
                    }

                    var companies = truth.In(key).Where(company => !double.IsNaN(company.Scores[place][node.Index])).ToArray();
                    if (companies.All(company => Math.Abs(company.Scores[place][node.Index] - mean.Middle) <= most))
                    {
                        count.Found(companies.Select(company => company.UnitId));
                        found.Add($"{model.Id} {node.Id} [{key}] n {n}, mean {mean.Middle:0.0}, standard error {error.Middle:0.0}");
                    }
                    else
                    {
                        count.Results++;
                    }
                }
            }
        }

        count.Remark = string.Join(", ", found.Take(5));
        return count;
    }
}
