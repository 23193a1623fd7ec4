namespace Dmk.Maturity.Server;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The input or the world is at fault; what is wrong has been listed.</summary>
    public const int Fault = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;
}
