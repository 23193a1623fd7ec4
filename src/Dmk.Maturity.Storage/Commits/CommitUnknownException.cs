using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>The disk failed while a commit was written: whether it is stored is not known until somebody reads again.</summary>
public sealed class CommitUnknownException : Exception
{
    public CommitUnknownException()
        : base("A commit failed while it was written; whether it is stored is not known.") { }

    public CommitUnknownException(string message)
        : base(message) { }

    public CommitUnknownException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>What a failed commit means for those who wait for it.</summary>
    /// <remarks>Where SQLite says locked, read-only, full or broken constraint, it has not committed (sqlite.org/rescode.html).</remarks>
    public static Exception Of(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 13 or 19 }
            ? failure
            : new CommitUnknownException(new CommitUnknownException().Message, failure);

    /// <summary>Looks through the exceptions inside of it, too.</summary>
    public static bool IsIn(Exception? exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is CommitUnknownException)
            {
                return true;
            }
        }

        return false;
    }
}
