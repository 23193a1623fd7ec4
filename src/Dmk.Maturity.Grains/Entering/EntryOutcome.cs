namespace Dmk.Maturity.Grains;

/// <summary>What came of entering a code.</summary>
public abstract record EntryOutcome
{
    private EntryOutcome() { }

    /// <param name="SessionToken">In clear, once; only its keyed hash is stored.</param>
    public sealed record Granted(string SessionToken, CompanySession Session) : EntryOutcome;

    /// <summary>The check character says that it was mistyped; nothing was looked up.</summary>
    public sealed record Mistyped : EntryOutcome;

    /// <summary>More or fewer characters than a code has, 0 where there is none; nothing was looked up, and it is no attempt.</summary>
    public sealed record WrongLength(int Typed) : EntryOutcome;

    /// <summary>As long as a code, with a character that no code has; nothing was looked up, and it is no attempt.</summary>
    public sealed record ForeignCharacter(string Character) : EntryOutcome;

    /// <summary>The code is right, and its survey has not begun; it is no attempt.</summary>
    public sealed record NotYetOpen : EntryOutcome;

    /// <summary>The code is right, and its survey has ended; it is no attempt.</summary>
    public sealed record Closed : EntryOutcome;

    /// <summary>Unknown, replaced or withdrawn: one answer for all, in the same time.</summary>
    public sealed record NotAccepted : EntryOutcome;

    /// <summary>Too many failed entries from this network; successful ones do not count.</summary>
    public sealed record TooManyFailures(TimeSpan RetryAfter) : EntryOutcome;
}
