using System.Collections.Concurrent;
using System.Diagnostics;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Takes states of studies from their partitions, and keeps the last one of each.</summary>
internal sealed class TakenStates(IGrainFactory grains, Catalogue catalogue, TimeProvider time)
{
    /// <summary>The tables of the last state of each study, index model and sight; earlier ones are of no use.</summary>
    private readonly ConcurrentDictionary<(string Study, int Scoring, int Model, Sight Sight), TakenState> _states = new();

    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    public async Task<TakenState> Of(Study study, int model, Sight sight)
    {
        if (
            sight == Sight.Live
            && _states.TryGetValue((study.Id, study.Scoring, model, sight), out var last)
            && last.IsOf(study)
            && last.MayBeShared()
        )
        {
            return last;
        }

        var (version, taken) = sight switch
        {
            Sight.Live => await Live(study, model),
            Sight.Shown => await Shown(study, model),
            _ => throw new UnreachableException(),
        };

        // Two askers may come back in either order: the newer state stays.
        return _states.AddOrUpdate(
            (study.Id, study.Scoring, model, sight),
            _ => new(taken(), version, time),
            (_, known) =>
                !known.IsOf(study) ? new(taken(), version, time)
                : known.Version > version ? known
                : known.Version == version ? known.Again()
                : new(taken(), version, time)
        );
    }

    /// <summary>Of the companies of which a condition is true, looked up anew each time.</summary>
    public async Task<TableCache> Among(ResultRequest request, int model, StudyCondition where)
    {
        var (study, node) = (request.Study, request.Find().Node.Index);
        var parts = await Partitions.Ask(grains, study, (_, partition) => partition.Among(model, node, where.Text, request.Estimand));
        var layout = StudyMoments.LayoutOf(study.Design, study.Indices[model]).Alone(node) with
        {
            PerPerson = request.Estimand == Estimand.PerPersonEmployed,
        };
        var merged = StudyMoments.Of(layout, parts.Values.Select(part => part.Moments), node);
        var version = parts.Values.Sum(part => part.Version);
        var versions = VersionMix.Of(parts.Values.SelectMany(part => part.Versions.Respondents));
        var state = new DataState(version, Sight.Live, time.GetUtcNow(), versions)
        {
            Where = where.Text,
            Condition = request.Find().Condition,
        };
        return TableCache.Live(study, study.Indices[model], merged, state);
    }

    /// <summary>The scores of a node, counted anew each time, for its quantiles.</summary>
    public async Task<TableCache> Counted(Study study, RequestedTable asked, int model)
    {
        var (node, where) = (asked.Node.Index, asked.Where?.Text);
        var parts = await Partitions.Ask(grains, study, (_, partition) => partition.Scores(model, node, where));
        var scores = new ScoreCounts(node, parts.Values.SelectMany(part => part.Places).Select(place => place.Read()))
        {
            IsOfPart = where is not null,
        };
        var version = parts.Values.Sum(part => part.Version);
        var versions = VersionMix.Of(parts.Values.SelectMany(part => part.Versions.Respondents));
        var state = new DataState(version, Sight.Live, time.GetUtcNow(), versions) { Where = where, Condition = asked.Condition };
        return TableCache.Counted(study, study.Indices[model], scores, state);
    }

    private async Task<(long Version, Func<TableCache> Taken)> Live(Study study, int model)
    {
        var parts = await Partitions.Ask(grains, study, (_, partition) => partition.Live(model));
        var version = parts.Values.Sum(part => part.Version);
        var versions = VersionMix.Of(parts.Values.SelectMany(part => part.Versions.Respondents));
        return (
            version,
            () =>
            {
                var layout = StudyMoments.LayoutOf(study.Design, study.Indices[model]);
                var all = StudyMoments.Of(layout, parts.Values.Select(part => part.Moments));
                return TableCache.Live(study, study.Indices[model], all, new(version, Sight.Live, time.GetUtcNow(), versions));
            }
        );
    }

    private async Task<(long Version, Func<TableCache> Taken)> Shown(Study study, int model)
    {
        if (study.Scoring != 0)
        {
            return await ShownUnder(study);
        }

        var shown = await grains.GetGrain<IShownGrain>(study.Id).Current(model);
        return (
            shown.Version,
            () =>
                TableCache.Shown(
                    study,
                    model,
                    KindsOf(shown),
                    shown.Decisions,
                    new(shown.DataVersion, Sight.Shown, time.GetUtcNow(), shown.Versions)
                )
        );
    }

    /// <summary>Under an index model that was added: with all models that were shown before it, in the same state.</summary>
    /// <param name="study">Under that model alone.</param>
    private async Task<(long Version, Func<TableCache> Taken)> ShownUnder(Study study)
    {
        var grain = grains.GetGrain<IShownGrain>(study.Id);
        var known =
            await catalogue.Known(study.Id, CancellationToken.None)
            ?? throw new InvalidOperationException($"There is no study '{study.Id}'.");

        // The state first: asking for it may let companies enter.
        _ = await grain.Current(0);
        RefuseUndecided(study, await grain.DecideAdded(study.Scoring));
        while (true)
        {
            var shown = await grain.Added(study.Scoring);
            var older = new List<ShownMoments>();
            for (var place = 0; place < known.Study.Indices.Count; place++)
            {
                older.Add(await grain.Current(place));
            }

            foreach (var scoring in shown.Scorings[..^1])
            {
                older.Add(await grain.Added(scoring));
            }

            // Companies that enter meanwhile make a state of their own.
            if (older.TrueForAll(one => one.DataVersion == shown.DataVersion))
            {
                IndexModel[] models = [.. known.Study.Indices, .. shown.Scorings.Select(scoring => known.Under(scoring).Study.Indices[0])];
                return (
                    shown.Version,
                    () =>
                        TableCache.ShownUnder(
                            study,
                            models,
                            [.. older.Append(shown).Select(KindsOf)],
                            shown.Decisions,
                            new(shown.DataVersion, Sight.Shown, time.GetUtcNow(), shown.Versions)
                        )
                );
            }
        }
    }

    private static void RefuseUndecided(Study study, AdditionStage stage)
    {
        var name = VersionedId.Of(study.Indices[0]);
        switch (stage)
        {
            case AdditionStage.NotYet:
                throw new ResultRequestException(
                    "NOT_YET_SHOWN",
                    $"Figures under {name}, which was added to {study.Id}, are shown once all is shown under the index models of its "
                        + "file: when its field is closed, or operators say so."
                );
            case AdditionStage.BeingDecided:
                throw new ResultRequestException(
                    "INDEX_NOT_READY",
                    $"It is being decided which figures may be told under {name}, which was added to {study.Id}: those that would tell of "
                        + "few companies beside the other versions are withheld. This takes some minutes at most, once. Ask again later."
                );
            case AdditionStage.Decided:
                return;
            default:
                throw new UnreachableException(stage.ToString());
        }
    }

    private static ShownKind[] KindsOf(ShownMoments shown) =>
        [.. shown.Histories.Zip(shown.Moments, (history, moments) => new ShownKind(history, moments))];
}
