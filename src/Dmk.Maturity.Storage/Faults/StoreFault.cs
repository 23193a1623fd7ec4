using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Why a database cannot be used just now, where the machine is the reason and not what was to be stored.</summary>
/// <param name="Reason">In one word, for operators: locked, full, read-only, unreadable, damaged, slow, busy, low-space
/// or missing.</param>
public sealed record StoreFault(string Reason)
{
    internal const string Damaged = "damaged";

    /// <summary>Waiting does not help.</summary>
    public bool IsDamage => Reason == Damaged;

    /// <summary>What everybody meets who comes after damage was found.</summary>
    internal static SqliteException Damage(string found) => new($"The database is damaged: {found}", 11);

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
            11 or 26 => Damaged,
            _ => null,
        };
}
