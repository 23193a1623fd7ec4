namespace Dmk.Maturity.Server;

/// <summary>How large the demonstration is.</summary>
/// <param name="Sample">Companies invited; about 48 percent answer.</param>
/// <param name="Seed">The same seed, the same companies and answers.</param>
public sealed record DemoSettings(int Sample = DemoSettings.DefaultSample, int Seed = 2027)
{
    /// <summary>More than 5,000 of these answer.</summary>
    public const int DefaultSample = 12_000;
}
