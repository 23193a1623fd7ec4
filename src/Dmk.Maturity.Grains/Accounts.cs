namespace Dmk.Maturity.Grains;

/// <summary>Tokens of people who work with results. Only a keyed hash is stored.</summary>
public sealed class Accounts
{
    /// <returns>The token in clear, once.</returns>
    public Task<string> CreateToken(Role role, string? land, string name, TimeSpan lifetime, CancellationToken cancellation) => throw new NotImplementedException();

    /// <returns>Null when the token is unknown or has run out.</returns>
    public Task<Audience?> Identify(string token, CancellationToken cancellation) => throw new NotImplementedException();
}
