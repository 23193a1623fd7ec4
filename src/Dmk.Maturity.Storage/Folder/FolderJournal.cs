using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Storage;

/// <summary>What an operator reads about the data folder. Why one is refused is said by the command line, too.</summary>
internal sealed partial class FolderJournal(ILogger log)
{
    [LoggerMessage(2101, LogLevel.Debug, "The data folder {Folder} is open; it is \"{Format}\".")]
    public partial void FolderOpened(string folder, string format);

    [LoggerMessage(2102, LogLevel.Debug, "The data folder {Folder} is refused: {Reason}")]
    public partial void FolderRefused(string folder, string reason);

    [LoggerMessage(
        2103,
        LogLevel.Information,
        "The database {Database} has been brought from the schema {Before} to {Schema} in {Milliseconds} ms."
    )]
    public partial void DatabaseMigrated(string database, string before, string schema, long milliseconds);

    [LoggerMessage(2104, LogLevel.Information, "The {Megabytes} MB of the database {Database} are checked before anything starts.")]
    public partial void PagesBeingChecked(string database, long megabytes);

    [LoggerMessage(2105, LogLevel.Information, "The {Megabytes} MB of the database {Database} are checked while the server answers.")]
    public partial void PagesCheckedLater(string database, long megabytes);
}
