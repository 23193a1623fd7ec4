using Dmk.Maturity.Storage;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Server;

/// <summary>Looks through both databases again and again while nobody waits for the disk; what it finds makes the server unready.</summary>
internal sealed class IdleCheck(
    PageInspection inspection,
    WarmUp warmUp,
    CommitQueue queue,
    IOptions<StoreLimits> limits,
    IHostApplicationLifetime lifetime,
    TimeProvider time
) : BackgroundService
{
    /// <summary>Of the time that a look takes, how often as long there is none.</summary>
    private const int Share = 50;

    private static readonly TimeSpan _untilIdle = TimeSpan.FromSeconds(10);

    /// <summary>As long as partitions may take to be read, before a database is looked through that was not at the start.</summary>
    private static readonly TimeSpan _untilWarm = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CheckWhatTheStartLeft(stoppingToken);
            await CheckAgainAndAgain(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends, or has not begun: nothing that anybody needs to read of.
        }
    }

    /// <summary>When the server has started and its first tables are made, or cannot be soon: whoever waits for the disk then.</summary>
    private async Task CheckWhatTheStartLeft(CancellationToken stoppingToken)
    {
        if (inspection.IsOwed)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var told = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            await Task.WhenAny(warmUp.HasResults, Task.Delay(_untilWarm, time, stoppingToken));
            await Task.Run(() => inspection.RunOwed(stoppingToken), stoppingToken);
        }
    }

    private async Task CheckAgainAndAgain(CancellationToken stoppingToken)
    {
        var pause = limits.Value.CheckEvery;
        while (true)
        {
            await Task.Delay(pause, time, stoppingToken);
            while (queue.Waits > 0)
            {
                await Task.Delay(_untilIdle, time, stoppingToken);
            }

            var begun = time.GetTimestamp();
            await Task.Run(() => inspection.Run(stoppingToken), stoppingToken);
            var took = time.GetElapsedTime(begun) * Share;
            pause = took > limits.Value.CheckEvery ? took : limits.Value.CheckEvery;
        }
    }
}
