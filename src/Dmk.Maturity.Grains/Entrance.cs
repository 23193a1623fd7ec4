using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Access codes: 16 characters of a 32-letter alphabet and a check character, shown in groups as <c>ABCD-EFGH-JKLM-NPQR-S</c>.</summary>
public static class AccessCode
{
    /// <summary>A fresh code in its shown form.</summary>
    public static string Generate() => throw new NotImplementedException();

    /// <summary>Upper case, without hyphens and blanks, letters that look alike mapped; null when length, alphabet or check character are wrong.</summary>
    public static string? Normalise(string typed) => throw new NotImplementedException(typed);
}

/// <summary>What came of entering a code.</summary>
public abstract record Entry
{
    private Entry()
    {
    }

    /// <param name="SessionToken">In clear, once; only its keyed hash is stored.</param>
    public sealed record Granted(string SessionToken, CompanySession Session) : Entry;

    /// <summary>The check character says that it was mistyped; nothing was looked up.</summary>
    public sealed record Mistyped : Entry;

    /// <summary>Unknown, withdrawn or closed: one answer for all, in the same time.</summary>
    public sealed record NotAccepted : Entry;

    /// <summary>Too many failed entries from this network; successful ones do not count.</summary>
    public sealed record TooManyFailures(TimeSpan RetryAfter) : Entry;
}

/// <summary>A company that has entered its code.</summary>
/// <param name="Response">Key of its response, Land / response id.</param>
public sealed record CompanySession(string Response, string StudyId, DateTimeOffset Expires);

/// <summary>Where companies come in.</summary>
public sealed class Entrance
{
    /// <param name="networkPrefix">The caller's network (IPv4 address, or the first 64 bits of IPv6), for the throttle of failed entries.</param>
    public Task<Entry> Enter(string typedCode, string networkPrefix, CancellationToken cancellation) => throw new NotImplementedException();

    /// <returns>Null when unknown, ended or expired.</returns>
    public Task<CompanySession?> Find(string sessionToken, CancellationToken cancellation) => throw new NotImplementedException();

    public Task Leave(string sessionToken, CancellationToken cancellation) => throw new NotImplementedException();
}
