using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Trials;

/// <summary>Attack 7: asks after every submission, and looks by how many companies a cell has grown. In one half of the strata readers see
/// what the rhythm brings within the day; in the other an operator shows the results after every second submission.</summary>
internal sealed class Polling(
    Colluders companies,
    Func<CancellationToken, Task<IReadOnlyDictionary<string, long>>> look,
    Func<CancellationToken, Task> advance
)
{
    /// <summary>Submissions after which an operator shows the results.</summary>
    private const int Between = 2;

    public async Task<AttackCount> Run(int strata, int each, CancellationToken cancellation)
    {
        var count = new AttackCount("7", "Polling");
        var (smallest, steps, withoutShowing) = (long.MaxValue, 0, 0);
        var before = await look(cancellation);
        foreach (
            var (place, stratum) in companies
                .Open.OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.ToString())
                .Take(strata)
                .ToArray()
                .Index()
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
                var shows = place % 2 == 1 && entered.Count % Between == 0;
                if (shows)
                {
                    await advance(cancellation);
                }

                var after = await look(cancellation);
                foreach (var (key, now) in after)
                {
                    // What was withheld and is no longer has not grown.
                    var step = before.TryGetValue(key, out var was) ? now - was : 0;
                    if (step != 0)
                    {
                        smallest = Math.Min(smallest, Math.Abs(step));
                        steps++;
                        withoutShowing += shows ? 0 : 1;
                        if (step < Steps.Few)
                        {
                            count.Found(entered.TakeLast((int)Math.Abs(step)));
                        }
                    }
                }

                before = after;
            }
        }

        count.Remark =
            smallest == long.MaxValue
                ? "no step seen"
                : $"{steps} steps, {withoutShowing} without an operator; the smallest of {smallest} companies";
        return count;
    }
}
