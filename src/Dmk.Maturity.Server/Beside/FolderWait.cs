using System.Diagnostics;

namespace Dmk.Maturity.Server;

/// <summary>The patience of a command whose data folder another command has open: that one ends soon, and then it is this one's
/// turn.</summary>
internal sealed class FolderWait(string data, TextWriter errors)
{
    /// <summary>Longer than most commands run, shorter than whoever typed it looks on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(300);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private bool _isSaid;

    /// <summary>Returns when it may be tried again.</summary>
    /// <param name="refusal">Why it cannot be done now.</param>
    /// <exception cref="FaultException">The refusal, once the time is over.</exception>
    public async Task OrThrow(FaultException refusal, CancellationToken cancellation)
    {
        if (Stopwatch.GetElapsedTime(_begun) >= Longest)
        {
            throw refusal;
        }

        if (!_isSaid)
        {
            _isSaid = true;
            await errors.WriteLineAsync(
                $"Waiting up to {Longest.TotalSeconds:0} seconds for another command, or a server that is starting, which has the data "
                    + $"folder {Path.GetFullPath(data)} open."
            );
        }

        await Task.Delay(_step, cancellation);
    }
}
