using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Looks through all pages of both databases while they are in use.</summary>
public sealed class PageInspection(DataFolder folder, StoreWatch watch)
{
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
