namespace Dmk.Maturity.Trials;

/// <summary>Attacks 7a and 7b: what is read later less what was read before, of every node and cell.</summary>
internal static class Steps
{
    /// <summary>Fewer companies than this are to enter no cell at once.</summary>
    public const int Few = 5;

    public static AttackCount Run(GateReading before, GateReading after, string number, string name)
    {
        var count = new AttackCount(number, name);
        var (found, appeared, gone) = (new List<string>(), 0, 0);
        foreach (var model in before.Study.Indices)
        {
            foreach (var node in model.Nodes)
            {
                foreach (var key in after.Tables.SelectMany(table => table.Keys))
                {
                    var (was, now) = (before[model, node, key]?.Respondents, after[model, node, key]?.Respondents);
                    appeared += was is null && now is not null ? 1 : 0;
                    gone += was is not null && now is null ? 1 : 0;
                    if (was is not { } earlier || now is not { } later)
                    {
                        continue;
                    }

                    count.Attempts++;
                    if (earlier != later && later - earlier < Few)
                    {
                        count.Found([]);
                        found.Add($"{model.Id} {node.Id} [{key}] {earlier} to {later}");
                    }
                }
            }
        }

        count.Remark = $"{appeared} figures came, {gone} went" + (found.Count == 0 ? "" : "; " + string.Join(", ", found.Take(5)));
        return count;
    }
}
