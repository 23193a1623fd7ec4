using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Storage;

/// <summary>What an operator reads about the one writer: that it failed, or that more came than it could take.</summary>
public sealed partial class CommitJournal(ILogger<CommitJournal> log)
{
    [LoggerMessage(2001, LogLevel.Error, "A commit of {Pieces} pieces of work failed; none of them was acknowledged.")]
    internal partial void CommitFailed(int pieces, Exception failure);

    [LoggerMessage(2002, LogLevel.Warning, "{Capacity} pieces of work wait for the disk; further ones are refused.")]
    internal partial void QueueFull(int capacity);

    [LoggerMessage(2003, LogLevel.Information, "Work is taken again, after {Refused} pieces were refused.")]
    internal partial void QueueTakesAgain(int refused);
}
