namespace Dmk.Maturity.Server;

/// <summary>Parses and runs a command line where <paramref name="place"/> says.</summary>
/// <returns>The exit code.</returns>
internal delegate Task<int> CommandRun(CommandPlace place, CancellationToken cancellation);
