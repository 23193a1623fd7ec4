using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Looks through all pages of both databases while they are in use.</summary>
public sealed class PageInspection(DataFolder folder, StoreWatch watch, CommitJournal journal)
{
    /// <summary>Whether nobody has looked yet, because a database was too large to hold up the start.</summary>
    public bool IsOwed => folder.HasUncheckedPages;

    /// <summary>The look that was owed at the start: its end is logged, too.</summary>
    /// <exception cref="OperationCanceledException">Given up; nothing is known then.</exception>
    public void RunOwed(CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        Run(cancellation);
        if (!watch.IsDamaged)
        {
            journal.PagesChecked((long)Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
    }

    /// <summary>Tells the watch what it finds.</summary>
    /// <exception cref="OperationCanceledException">Given up; nothing is known then.</exception>
    public void Run(CancellationToken cancellation)
    {
        foreach (var file in new[] { folder.Maturity, folder.Contacts })
        {
            try
            {
                if (PageCheck.Find(file, cancellation) is { } found)
                {
                    watch.Damaged($"{file}: {found}");
                }
            }
            catch (SqliteException failure)
            {
                // Locked or the like: nothing is known of its pages, and the next check comes.
                watch.Failed(StoreFault.Of(failure) ?? new("unreadable"), failure);
            }
        }
    }
}
