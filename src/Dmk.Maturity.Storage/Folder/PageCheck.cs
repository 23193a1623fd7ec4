using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Looks through all pages of a database for what cannot be right: damage of the file, not of what answers mean.</summary>
/// <remarks>SQLite's quick_check: about a second for 200 MB. It holds nobody up; only the log beside a database is not moved into it
/// meanwhile.</remarks>
internal static class PageCheck
{
    private const int Interrupted = 9;

    /// <returns>The first thing that is wrong, in SQLite's words, or null.</returns>
    /// <exception cref="SqliteException">It cannot be looked at, which need not be damage.</exception>
    public static string? Find(string file, CancellationToken cancellation)
    {
        using var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite);
        using var giveUp = cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        command.CommandTimeout = 0;
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var found = (string)command.ExecuteScalar()!;
            return found == "ok" ? null : found;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (SqliteException failure) when (StoreFault.Of(failure) is { Reason: StoreFault.Damaged })
        {
            return failure.Message;
        }
    }
}
