using Microsoft.Extensions.Hosting;

namespace Dmk.Maturity.Grains;

/// <summary>Scores what waits for its scores while a server runs: what an earlier server left, then whatever comes.</summary>
public sealed class BackgroundRescoring(Rescoring rescoring, StudyJournal journal) : BackgroundService
{
    private static readonly TimeSpan _afterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await FinishOrReport(stoppingToken);
                await rescoring.Wanted(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next server goes on where this one stops.
        }
    }

    private async Task FinishOrReport(CancellationToken stoppingToken)
    {
        try
        {
            await rescoring.Finish(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            journal.RescoringFailed(exception);
            await Task.Delay(_afterFailure, stoppingToken);
            rescoring.Wake();
        }
    }
}
