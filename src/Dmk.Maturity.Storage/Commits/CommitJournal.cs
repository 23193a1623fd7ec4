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

    [LoggerMessage(2004, LogLevel.Error, "Nothing can be stored: {Reason}. Callers are told to try again; this is said once.")]
    internal partial void StoreUnavailable(string reason, Exception? failure);

    [LoggerMessage(2005, LogLevel.Information, "The store takes again.")]
    internal partial void StoreAvailable();

    [LoggerMessage(2006, LogLevel.Warning, "Only {Free} MB are free on the disk of the data folder; {Wanted} MB should be.")]
    internal partial void SpaceLow(long free, long wanted);

    [LoggerMessage(2007, LogLevel.Information, "There is room again on the disk of the data folder: {Free} MB.")]
    internal partial void SpaceEnough(long free);

    [LoggerMessage(2008, LogLevel.Critical, "A database is damaged, and nothing is read or written any more: {Found}")]
    internal partial void StoreDamaged(string found, Exception? failure);

    [LoggerMessage(2009, LogLevel.Information, "All pages of both databases have been checked in {Seconds} s; nothing was found.")]
    internal partial void PagesChecked(long seconds);
}
