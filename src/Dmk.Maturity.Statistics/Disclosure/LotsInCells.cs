namespace Dmk.Maturity.Statistics;

/// <summary>Whether lots that entered a table at different states show a few companies through the cells of a finer one.</summary>
/// <remarks>An attacker takes some lots and the cells that hold most of them; left are in each cell the smaller part, and those who are in
/// no cell.</remarks>
internal static class LotsInCells
{
    /// <summary>Of so many lots in a cell every choice is looked at.</summary>
    private const int MostLots = 6;

    /// <param name="now">Per group and table the state in which it was entered.</param>
    /// <param name="fine">One that refines the table.</param>
    public static bool Show(IReadOnlyList<AlikeCompanies> companies, IReadOnlyList<int[]> now, int table, int fine, int minimum)
    {
        var inCells = Enumerable
            .Range(0, now.Count)
            .Where(at => now[at][table] != Admission.Never)
            .GroupBy(at => companies[at].Cells[table]);
        foreach (var cell in inCells)
        {
            int[] lots = [.. cell.Select(at => now[at][table]).Distinct().Order()];
            // All ways to take some lots and leave the others; of many lots only single ones are small.
            var ways = lots.Length <= MostLots ? Enumerable.Range(1, (1 << (lots.Length - 1)) - 1) : lots.Select((_, place) => 1 << place);
            foreach (var way in ways)
            {
                var left = cell.Where(at => now[at][fine] != Admission.Never)
                    .GroupBy(at => companies[at].Cells[fine])
                    .Sum(part => Math.Min(Of(part, taken: true), Of(part, taken: false)));
                left += cell.Where(at => now[at][fine] == Admission.Never && IsTaken(at)).Sum(at => companies[at].Count);
                if (left > 0 && left < minimum)
                {
                    return true;
                }

                long Of(IEnumerable<int> part, bool taken)
                {
                    return part.Where(at => IsTaken(at) == taken).Sum(at => companies[at].Count);
                }

                bool IsTaken(int at)
                {
                    return (way >> Array.IndexOf(lots, now[at][table]) & 1) == 1;
                }
            }
        }

        return false;
    }
}
