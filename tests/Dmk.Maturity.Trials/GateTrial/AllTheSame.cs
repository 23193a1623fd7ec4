namespace Dmk.Maturity.Trials;

/// <summary>Attack 5: a mean at an end of the scale, or a standard error of 0, says what every single company of the cell has.</summary>
internal static class AllTheSame
{
    public static AttackCount Run(GateReading reading, GateTruth truth)
    {
        var count = new AttackCount("5", "All the same");
        var cells = new HashSet<string>();
        foreach (var (place, model) in reading.Study.Indices.Index())
        {
            foreach (var node in model.Nodes)
            {
                foreach (var key in reading.Tables.SelectMany(table => table.Keys))
                {
                    if (reading[model, node, key] is not { Mean: { } mean } cell)
                    {
                        continue;
                    }

                    count.Attempts++;
                    var atAnEnd =
                        Math.Abs(mean.Middle - model.ScaleFrom) <= mean.Half + 1e-9
                        || Math.Abs(mean.Middle - model.ScaleTo) <= mean.Half + 1e-9;
                    if (!atAnEnd && cell.StandardError is not { Middle: < 1e-9 })
                    {
                        continue;
                    }

                    var width = (model.ScaleTo - model.ScaleFrom) / 100;
                    var companies = truth.In(key).Where(company => !double.IsNaN(company.Scores[place][node.Index])).ToArray();
                    if (
                        companies.All(company =>
                            Math.Abs(company.Scores[place][node.Index] - mean.Middle) <= (AttackCount.Near * width) + mean.Half
                        )
                    )
                    {
                        count.Found(companies.Select(company => company.UnitId));
                        _ = cells.Add($"{model.Id} {node.Id} {key}");
                    }
                    else
                    {
                        count.Results++;
                    }
                }
            }
        }

        count.Remark = string.Join(
            ", ",
            reading.Study.Indices.Select(model =>
                $"{model.Id} {cells.Count(cell => cell.StartsWith(model.Id + " ", StringComparison.Ordinal))}"
            )
        );
        return count;
    }
}
