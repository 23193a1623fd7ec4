using System.Collections.Concurrent;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Index tables for readers: asks every partition of a study, merges, estimates, passes the gate.</summary>
public sealed class Results(
    IGrainFactory grains,
    Samples samples,
    Submissions submissions,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    /// <summary>The last state of each study, index model and kind of audience; earlier ones are of no use.</summary>
    private readonly ConcurrentDictionary<(string Study, int Model, bool Live), StudyState> _states = new();

    /// <exception cref="ArgumentException">No such index, node or table; the message says what there is.</exception>
    /// <exception cref="NotPermittedException">The public sees releases only.</exception>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    /// <exception cref="NoDonorException">Too few have answered: a part of the population has no respondents and no donor.</exception>
    public async Task<ProvisionalTable> IndexTable(
        Study study,
        string indexId,
        string nodeId,
        IReadOnlyList<ReportingVariable> by,
        Audience audience,
        CancellationToken cancellation
    )
    {
        if (audience.Role == Role.Public)
        {
            throw new NotPermittedException(
                "Provisional tables are for ministries, economists and operators. The public sees published releases."
            );
        }

        var model =
            study.Index(indexId)
            ?? throw new ArgumentException(
                $"The study {study.Id} has no index '{indexId}'. It has: {string.Join(", ", study.Indices.Select(one => one.Id))}.",
                nameof(indexId)
            );
        var node =
            model.Node(nodeId)
            ?? throw new ArgumentException(
                $"The index {model.Id} has no node '{nodeId}'. It has: {string.Join(", ", model.Nodes.Select(one => one.Id))}.",
                nameof(nodeId)
            );
        if (by.Distinct().Count() != by.Count)
        {
            throw new ArgumentException($"A table by {string.Join(" x ", by)} names a variable twice.", nameof(by));
        }

        cancellation.ThrowIfCancellationRequested();
        var state = await State(study, study.Indices.Index().First(one => one.Item == model).Index, audience.SeesLive);
        try
        {
            return new(study, state.Table(model, node, by), state.Version, audience.SeesLive, state.ComputedAt, state.Versions);
        }
        catch (NoDonorException missing)
        {
            throw new NoDonorException(WhoIsMissing(study, missing, audience.SeesLive), missing);
        }
    }

    /// <summary>In words for readers: the Länder, not the strata, whose names would tell readers of the shown state where single
    /// companies are.</summary>
    private static string WhoIsMissing(Study study, NoDonorException missing, bool live)
    {
        var laender = string.Join(", ", missing.Strata.Select(stratum => study.Frame[stratum].Cell.Land).Distinct());
        return live
            ? $"Nobody has answered yet in a part of the population for which no other part may stand in: {laender}."
            : $"Too few companies have answered so far in {laender}: a figure is shown when at least three further companies have "
                + "answered in every cell that it changes.";
    }

    /// <summary>How many of the drawn companies have submitted, per Land: live, for operators.</summary>
    public async Task<IReadOnlyDictionary<string, (long Drawn, long Submitted)>> Progress(Study study, CancellationToken cancellation)
    {
        var progress = new OrderedDictionary<string, (long Drawn, long Submitted)>(StringComparer.Ordinal);
        foreach (var land in study.Laender)
        {
            progress.Add(land, (await samples.Drawn(land, study.Id, cancellation), await submissions.Highest(land, study.Id)));
        }

        return progress;
    }

    private async Task<StudyState> State(Study study, int model, bool live)
    {
        var (version, versions, moments) = live ? await Live(study, model) : await Shown(study, model);
        var key = (study.Id, model, live);

        // Two askers may come back in either order: the newer state stays.
        return _states.AddOrUpdate(
            key,
            _ => new StudyState(study, moments(), version, versions, time.GetUtcNow()),
            (_, known) => known.Version >= version ? known : new StudyState(study, moments(), version, versions, time.GetUtcNow())
        );
    }

    private async Task<(long Version, VersionMix Versions, Func<StudyMoments> Moments)> Live(Study study, int model)
    {
        var parts = await Partitions.Ask(grains, study, (_, partition) => partition.Live(model));
        return (
            parts.Values.Sum(part => part.Version),
            VersionMix.Of(parts.Values.SelectMany(part => part.Versions.Respondents)),
            () =>
            {
                var merged = new StudyMoments(study.Indices[model].Nodes.Count);
                foreach (var part in parts.Values)
                {
                    merged.Merge(part.Moments);
                }

                return merged;
            }
        );
    }

    private async Task<(long Version, VersionMix Versions, Func<StudyMoments> Moments)> Shown(Study study, int model)
    {
        var shown = await grains.GetGrain<IShownGrain>(study.Id).Current(model);
        return (shown.Version, shown.Versions, () => shown.Moments);
    }
}
