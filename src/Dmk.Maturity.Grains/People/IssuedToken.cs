namespace Dmk.Maturity.Grains;

/// <summary>A new token.</summary>
/// <param name="Secret">The token in clear; it exists only here.</param>
/// <param name="Id">What it is called in lists; no secret.</param>
/// <param name="Expires">From then on it opens nothing.</param>
public sealed record IssuedToken(string Secret, string Id, DateTimeOffset Expires);
