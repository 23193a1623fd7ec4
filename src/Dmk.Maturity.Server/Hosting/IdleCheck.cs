using Dmk.Maturity.Storage;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Server;

/// <summary>Looks through both databases again and again while nobody waits for the disk; what it finds makes the server unready.</summary>
internal sealed class IdleCheck(PageInspection inspection, CommitQueue queue, IOptions<StoreLimits> limits, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan _untilIdle = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CheckAgainAndAgain(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends, or has not begun: nothing that anybody needs to read of.
        }
    }

    private async Task CheckAgainAndAgain(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.Value.CheckEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            while (queue.Waits > 0)
            {
                await Task.Delay(_untilIdle, time, stoppingToken);
            }

            await Task.Run(() => inspection.Run(stoppingToken), stoppingToken);
        }
    }
}
