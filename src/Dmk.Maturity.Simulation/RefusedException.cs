namespace Dmk.Maturity.Simulation;

/// <summary>The server did not take what a made-up company sent.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException() { }

    public RefusedException(string message)
        : base(message) { }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <param name="code">Stable, as the server gave it.</param>
    public RefusedException(string code, string message)
        : base(message) => Code = code;

    public string Code { get; } = "refused";

    /// <summary>Soft checks that a submission waits for, where nothing else stands in its way.</summary>
    public IReadOnlyList<string> Unconfirmed { get; init; } = [];
}
