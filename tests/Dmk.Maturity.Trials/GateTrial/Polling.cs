using Dmk.Maturity.Grains;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>Attack 7: asks after every submission, and looks by how many companies a cell has grown.</summary>
internal sealed class Polling(GateTruth truth, Colluders companies, Func<CancellationToken, Task<IReadOnlyDictionary<string, long>>> look)
{
    /// <summary>Fewer companies than this are to enter no cell at once.</summary>
    private const int Few = 5;

    public async Task<AttackCount> Run(int strata, int each, CancellationToken cancellation)
    {
        var count = new AttackCount("7", "Polling");
        var smallest = long.MaxValue;
        var before = await look(cancellation);
        foreach (
            var stratum in companies
                .Open.OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.ToString())
                .Take(strata)
                .ToArray()
        )
        {
            var entered = new List<string>();
            foreach (var invitation in stratum.Take(each))
            {
                if (await companies.Answer(invitation, RegisterCell.Of(stratum.Key), cancellation) is null)
                {
                    continue;
                }

                entered.Add(invitation.UnitId);
                count.Attempts++;
                var after = await look(cancellation);
                var key = GateTruth.KeyOf(truth.Tables.MaxBy(table => table.Count)!, stratum.Key);
                var step = after.GetValueOrDefault(key) - before.GetValueOrDefault(key);
                if (step > 0)
                {
                    smallest = Math.Min(smallest, step);
                    if (step < Few && before.ContainsKey(key))
                    {
                        count.Found(entered.TakeLast((int)step));
                    }
                }

                before = after;
            }
        }

        count.Remark = smallest == long.MaxValue ? "no step seen" : $"smallest step: {smallest} companies";
        return count;
    }
}
