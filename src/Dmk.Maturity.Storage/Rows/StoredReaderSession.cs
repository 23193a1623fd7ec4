namespace Dmk.Maturity.Storage;

/// <summary>A reader of results who has signed in on the pages; only the keyed hash of what the cookie holds.</summary>
public sealed class StoredReaderSession
{
    public required byte[] SessionHash { get; init; }

    /// <summary>The token that was signed in with; the session ends with it.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
