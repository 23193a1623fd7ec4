namespace Dmk.Maturity.Studies.Tests;

/// <summary>Attack 7: companies submit one by one, and the reader looks after each.</summary>
internal static class PollingAttack
{
    private const int FewCompanies = 5;

    /// <returns>Right where a cell grew by fewer than five; and how often one grew at all.</returns>
    public static (AttackResult Result, int Grew) Run(AttackedStudy study, int before, Func<int, IReadOnlyList<int>[]?> advanced)
    {
        var (result, grew) = (new AttackResult(), 0);
        var last = Sizes(study, advanced(before)!);
        for (var answered = before + 1; answered <= study.Companies.Count; answered++)
        {
            result.Attempts++;
            if (advanced(answered) is not { } histories)
            {
                continue;
            }

            var now = Sizes(study, histories);
            foreach (var (cell, companies) in now)
            {
                var further = companies - last.GetValueOrDefault(cell);
                grew += further != 0 ? 1 : 0;
                if (Math.Abs(further) is > 0 and < FewCompanies)
                {
                    result.Results++;
                    result.Right++;
                }
            }

            last = now;
        }

        return (result, grew);
    }

    /// <summary>Of the cells of all tables, as the histories of the companies that have answered tell.</summary>
    private static Dictionary<(int Table, string Key), int> Sizes(AttackedStudy study, IReadOnlyList<int>[] histories) =>
        study
            .Order.Tables.Index()
            .SelectMany(table =>
                histories
                    .Index()
                    .Where(history => history.Item[table.Index] > 0)
                    .Select(history => (table.Index, ShownKey.Of(table.Item, study.Companies[history.Index].Cell)))
            )
            .CountBy(cell => cell)
            .ToDictionary();
}
