using Microsoft.Extensions.Hosting;

namespace Dmk.Maturity.Grains;

/// <summary>Scores what waits for its scores while a server runs: what an earlier server left, then whatever comes. Then has it decided
/// what readers are told under the index models that were added, before one of them asks.</summary>
public sealed class BackgroundRescoring(Rescoring rescoring, Catalogue catalogue, IGrainFactory grains, StudyJournal journal)
    : BackgroundService
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
            foreach (var added in (await catalogue.Studies(stoppingToken)).SelectMany(study => study.Added))
            {
                await grains.GetGrain<IShownGrain>(added.Id).DecideAdded(added.Scoring);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            journal.RescoringFailed(exception);
            await Task.Delay(_afterFailure, stoppingToken);
            rescoring.Wake();
        }
    }
}
