using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>The store cannot be used just now: locked by another program, its disk full, or broken. Nothing of this was stored; the caller
/// may try again after a few seconds (HTTP 503). Where that is not known: <see cref="ResultUnknownException"/>.</summary>
public sealed class StoreDownException : Exception
{
    private const string Damage =
        "A database is damaged: nothing is stored, and no figures are shown, until the people who run this survey have put it right.";

    public StoreDownException()
        : base("Answers cannot be stored or read just now; nothing of this was stored. Try again in a few seconds.") { }

    public StoreDownException(string message)
        : base(message) { }

    public StoreDownException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Said by the text, which is what of an exception crosses from one server to another.</summary>
    public bool IsDamage => Message == Damage;

    /// <summary>What a caller may wait before the next attempt.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(10);

    /// <returns>Null where the exception is about something else.</returns>
    public static StoreDownException? Of(Exception? exception) =>
        exception as StoreDownException ?? (CommitUnknownException.IsIn(exception) ? null : Met(StoreFault.Of(exception)));

    /// <summary>Waiting does not help until somebody has put it right, so nobody is told to try again in seconds.</summary>
    public static StoreDownException OfDamage() => new(Damage);

    private static StoreDownException? Met(StoreFault? fault) =>
        fault switch
        {
            null => null,
            { IsDamage: true } => OfDamage(),
            _ => new StoreDownException(),
        };
}
