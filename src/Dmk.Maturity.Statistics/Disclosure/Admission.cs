using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Disclosure control over time: which companies readers other than operators may see now, and in which tables.</summary>
/// <remarks>Whoever knows a table before and after a company has entered it, or a total and its parts, knows that company's score by
/// subtraction. So companies enter in lots, and whoever is seen in a table is seen in all that are coarser. Seen from one table, companies
/// are alike that have entered it and the tables that refine it at the same states, as only these can be added up to its cells; in every
/// cell there are none or at least the minimum of each such kind. Every set of companies that can be formed by adding and subtracting
/// cells of tables and of states is made up of whole kinds.</remarks>
public static class Admission
{
    /// <summary>Not seen in a table.</summary>
    public const int Never = 0;

    /// <summary>The largest part of the companies such that every cell of some tables holds none or at least the minimum of
    /// them.</summary>
    /// <remarks>There is exactly one: a cell with too few can hold none in any valid choice, so its companies are dropped until nothing
    /// changes; and the union of two valid choices is valid.</remarks>
    /// <param name="companies">In any order; it does not matter.</param>
    /// <param name="tables">The places of those that count.</param>
    /// <param name="minimum">Of companies that stay where the frame has them.</param>
    /// <returns>Per group, whether it is admitted: whole groups, as they are alike.</returns>
    public static IReadOnlyList<bool> Greatest(IReadOnlyList<AlikeCompanies> companies, IReadOnlyList<int> tables, int minimum)
    {
        var admitted = Enumerable.Repeat(true, companies.Count).ToArray();
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var table in tables)
            {
                var staying = new Dictionary<int, long>();
                for (var at = 0; at < companies.Count; at++)
                {
                    if (admitted[at])
                    {
                        var one = companies[at];
                        staying[one.Cells[table]] = staying.GetValueOrDefault(one.Cells[table]) + (one.Stays[table] ? one.Count : 0);
                    }
                }

                for (var at = 0; at < companies.Count; at++)
                {
                    if (admitted[at] && staying[companies[at].Cells[table]] < minimum)
                    {
                        (admitted[at], changed) = (false, true);
                    }
                }
            }
        }

        return admitted;
    }

    /// <summary>Lets companies enter, each as many tables as it can.</summary>
    /// <param name="companies">All of the study; alike ones with unlike histories stand apart.</param>
    /// <param name="histories">Per group and table the state in which it was entered, or <see cref="Never"/>.</param>
    /// <param name="mayEnter">Per group, whether it may enter further tables now.</param>
    /// <param name="opens">Per table, whether it may be entered now. Companies that are seen elsewhere already enter a table only while
    /// nobody is seen in it.</param>
    /// <param name="state">The number of the new state, above all in the histories.</param>
    /// <param name="minimum">Of companies of one kind in a cell.</param>
    /// <returns>The histories after it.</returns>
    /// <exception cref="ArgumentException">Lists of unequal length, or a history that leaves out a coarser table.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Advance(
        IReadOnlyList<AlikeCompanies> companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        IReadOnlyList<bool> mayEnter,
        IReadOnlyList<bool> opens,
        TableLinks links,
        int state,
        int minimum
    )
    {
        Check(companies, histories, mayEnter, links, state);
        var step = new AdmissionStep(companies, histories, mayEnter, opens, links, state, minimum);
        step.Settle();
        return step.Histories;
    }

    /// <summary>A history as it shows in a table.</summary>
    /// <param name="finer">The places of the table and of those that refine it.</param>
    public static string Seen(IReadOnlyList<int> history, IReadOnlyList<int> finer) =>
        string.Join(',', finer.Select(table => history[table].ToString(CultureInfo.InvariantCulture)));

    private static void Check(
        IReadOnlyList<AlikeCompanies> companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        IReadOnlyList<bool> mayEnter,
        TableLinks links,
        int state
    )
    {
        if (companies.Count != histories.Count || companies.Count != mayEnter.Count)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{histories.Count} histories and {mayEnter.Count} permissions for {companies.Count} groups of companies."
                ),
                nameof(histories)
            );
        }

        if (
            histories.Any(history =>
                Enumerable
                    .Range(0, links.Finer.Count)
                    .Any(table => history[table] == Never && links.Finer[table].Any(fine => history[fine] != Never))
            )
        )
        {
            throw new ArgumentException("A company that is seen in a table is seen in all coarser ones.", nameof(histories));
        }

        if (histories.Any(history => history.Any(entered => entered >= state)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"State {state} does not come after all others."),
                nameof(state)
            );
        }
    }
}
