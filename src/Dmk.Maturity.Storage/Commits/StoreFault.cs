using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Why a database cannot be used just now, where the machine is the reason and not what was to be stored.</summary>
/// <param name="Reason">In one word, for operators: locked, full, read-only, unreadable or damaged.</param>
public sealed record StoreFault(string Reason)
{
    /// <summary>Looks through the exceptions inside of it, too.</summary>
    /// <remarks>Primary result codes of SQLite (sqlite.org/rescode.html).</remarks>
    /// <returns>Null where the exception says nothing of this kind.</returns>
    public static StoreFault? Of(Exception? exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is SqliteException sqlite && ReasonOf(sqlite.SqliteErrorCode) is { } reason)
            {
                return new(reason);
            }
        }

        return null;
    }

    private static string? ReasonOf(int code) =>
        code switch
        {
            5 or 6 => "locked",
            13 => "full",
            8 => "read-only",
            10 or 14 => "unreadable",
            11 or 26 => "damaged",
            _ => null,
        };
}
