using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Index tables for readers: asks every partition of a study, merges, estimates, passes the gate.</summary>
public sealed class StudyResults(
    IGrainFactory grains,
    Samples samples,
    Submissions submissions,
    BegunResponses begun,
    Rescoring rescoring,
    AuditLog audit,
    Catalogue catalogue,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    private static readonly TimeSpan _exactnessOfLooks = TimeSpan.FromHours(1);

    private readonly TakenStates _states = new(grains, catalogue, time);

    /// <remarks>A look at live figures, which others do not see, is noted in the audit log before anything is shown, once an hour for each
    /// reader and study.</remarks>
    /// <exception cref="ResultRequestException">No such index, node or table; the message says what there is.</exception>
    /// <exception cref="NotPermittedException">The public sees releases only.</exception>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    /// <exception cref="NoDonorException">Too few have answered: a part of the population has no respondents and no donor.</exception>
    public async Task<Result.Table> Table(ResultRequest request, CancellationToken cancellation)
    {
        request.Audience.MayReadProvisional();
        var named = request with { Study = request.Study.Under(request.Index) };
        request = named.Find() is { Measure: NodeMeasure.Mean, Where: null }
            ? await Named(request, cancellation)
            : await NamedForAll(request, cancellation);
        cancellation.ThrowIfCancellationRequested();
        await NoteLook(request.Study, request.Audience);
        return await Made(request);
    }

    /// <summary>The Länder beside each other. A look at live figures is noted like that at a table.</summary>
    /// <param name="mix">Ids of the reporting variables by which the Länder differ in their companies; null for the study's usual
    /// ones.</param>
    /// <inheritdoc cref="Table"/>
    public async Task<Result.Comparison> Compare(ResultRequest request, IReadOnlyList<string>? mix, CancellationToken cancellation)
    {
        var audience = request.Audience;
        audience.MayReadProvisional();
        request = await Named(request, cancellation);
        var asked = RequestedComparison.Of(request, mix);
        return await Made(request, asked.Model, state => state.Compare(asked, audience), cancellation);
    }

    /// <summary>A node and those below it in a part of the population, beside Germany.</summary>
    /// <inheritdoc cref="Table"/>
    public async Task<Result.OfProfile> Profile(ResultRequest request, VariableCode part, CancellationToken cancellation)
    {
        request.Audience.MayReadProvisional();
        request = await Named(request, cancellation);
        var asked = RequestedProfile.Of(request, part);
        return await Made(request, asked.Model, state => state.Profile(asked, request.Audience), cancellation);
    }

    /// <summary>How the ranks of the Länder hang on the weights of an index.</summary>
    /// <param name="draws">Weightings to try, 1 to <see cref="WeightSensitivity.Most"/>.</param>
    /// <inheritdoc cref="Table"/>
    public async Task<Result.Sensitivity> Sensitivity(ResultRequest request, int draws, CancellationToken cancellation)
    {
        request.Audience.MayReadProvisional();
        request = await NamedForAll(request, cancellation);
        var declared = RequestedMeasure.Declared(request, draws);
        return await Made(request, declared.Model, state => state.Sensitivity(declared, draws, request.Audience), cancellation);
    }

    /// <summary>Cells of the Länder by another variable from a model, beside their direct figures.</summary>
    /// <inheritdoc cref="Table"/>
    public async Task<Result.Areas> Areas(ResultRequest request, string by, CancellationToken cancellation)
    {
        request.Audience.MayReadProvisional();
        request = await Named(request, cancellation);
        var asked = RequestedAreas.Of(request, by);
        return await Made(request, asked.Model, state => state.Areas(asked, request.Audience), cancellation);
    }

    /// <summary>How the items of a scale go together. Of a live state, companies that answer while it is made may be in some of its numbers
    /// and not yet in others.</summary>
    /// <inheritdoc cref="Table"/>
    public async Task<Result.OfInstrument> Instrument(ResultRequest request, CancellationToken cancellation)
    {
        request.Audience.MayReadProvisional();
        request = await NamedForAll(request, cancellation);
        var (study, audience) = (request.Study, request.Audience);
        var asked = RequestedInstrument.Of(request);
        cancellation.ThrowIfCancellationRequested();
        await NoteLook(study, audience);
        var model = study.Indices.Index().First(one => one.Item == asked.Model).Index;

        // The state first: asking for it may let companies enter.
        var state = await _states.Of(study, model, audience.Sight);
        return state.Instrument(asked, await Items(asked, study, model, audience.Sight), audience);
    }

    /// <summary>How a node changed from earlier waves. A look at live figures is noted in every wave.</summary>
    /// <param name="waves">Ids of studies before this one; null for the one that its file names.</param>
    /// <inheritdoc cref="Table"/>
    public async Task<Result.Trend> Trend(ResultRequest request, IReadOnlyList<string>? waves, CancellationToken cancellation)
    {
        request.Audience.MayReadProvisional();
        request = await Named(request, cancellation);
        var (study, audience) = (request.Study, request.Audience);
        var earlier = EarlierWaves.Of(study, waves, await catalogue.Studies(cancellation));
        RequestedTrend[] asked = [.. earlier.Select(wave => RequestedTrend.Of(request, wave))];
        foreach (var wave in asked.Select(one => one.Earlier).Where(wave => wave.Scoring != 0))
        {
            await rescoring.RefuseUnfinished(wave, cancellation);
        }

        await NoteLook(study, audience);
        var (later, changes) = (asked[0].After, new List<WaveChange>());
        var after = (await _states.Of(study, PlaceOf(study, later), audience.Sight)).Wave(later, audience);
        foreach (var named in asked)
        {
            cancellation.ThrowIfCancellationRequested();
            var wave = named.Earlier;
            await NoteLook(wave, audience);
            var before = (await _states.Of(wave, PlaceOf(wave, named.Before), audience.Sight)).Wave(named.Before, audience);
            var inTotal = await Common(before, after, [], [], audience.Sight, cancellation);
            var inTable = later.By.Count == 0 ? [] : await Common(before, after, named.Before.By, later.By, audience.Sight, cancellation);
            changes.Add(WaveChange.Of(before, after, inTotal, inTable, audience));
        }

        return new(study, new(later.Model, later.Node, later.By, changes), after.Data);
    }

    /// <summary>What the weights of a study look like, with the pulls of its first index: live, for operators, and noted as a look at live
    /// figures.</summary>
    /// <exception cref="NotPermittedException">Whoever asks sees no live figures.</exception>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    /// <exception cref="NoDonorException">Too few have answered: a part of the population has no respondents and no donor.</exception>
    /// <exception cref="ResultRequestException">No weights meet the counts of the frame.</exception>
    public async Task<Result.Weights> Weights(Study study, Audience audience, CancellationToken cancellation)
    {
        if (audience.Sight != Sight.Live)
        {
            throw new NotPermittedException("Weights of single companies are for operators.");
        }

        cancellation.ThrowIfCancellationRequested();
        await NoteLook(study, audience);
        return (await _states.Of(study, 0, audience.Sight)).Weights();
    }

    /// <summary>Lets readers see all answers now that may be seen, instead of waiting for the study's rhythm. For operators; they note
    /// it.</summary>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    public async Task<ShownProgress> Show(Study study, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var progress = await grains.GetGrain<IShownGrain>(study.Id).Show();

        // What is told under index models that were added can be decided from now on.
        rescoring.Wake();
        return progress;
    }

    /// <summary>Makes a table before anybody asks for it. Nobody sees it, so nothing is noted.</summary>
    public Task Prepare(ResultRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Made(request);
    }

    /// <summary>How far the index models are that were added to a study: for operators.</summary>
    public Task<IReadOnlyList<AddedIndex>> Added(Study study, CancellationToken cancellation) => rescoring.Of(study, cancellation);

    /// <summary>The index models that somebody can ask for now: those of the study's file, then those that were added and are ready for
    /// him.</summary>
    public async Task<IReadOnlyList<VersionedId>> Versions(Study study, Audience audience, CancellationToken cancellation)
    {
        audience.MayReadProvisional();
        AddedIndex[] scored = [.. (await rescoring.Of(study, cancellation)).Where(one => one.IsFinished)];
        if (scored.Length > 0 && audience.Sight != Sight.Live)
        {
            var decided = await grains.GetGrain<IShownGrain>(study.Id).DecidedAdditions();
            if (scored.Length > decided.Length)
            {
                rescoring.Wake();
            }

            scored = [.. scored.Where(one => decided.Contains(one.Study.Scoring))];
        }

        return [.. study.Indices.Select(VersionedId.Of), .. scored.Select(one => one.Name)];
    }

    /// <summary>How many of the drawn companies have submitted, per Land: live, for operators.</summary>
    public async Task<Result.Progress> Progress(Study study, CancellationToken cancellation)
    {
        var laender = new OrderedDictionary<string, LandProgress>(StringComparer.Ordinal);
        foreach (var land in study.Laender)
        {
            laender.Add(land, new(await samples.Drawn(land, study.Id, cancellation), await submissions.Highest(land, study.Id)));
        }

        return new(study, laender);
    }

    /// <summary>The request under the index model that it names. Under one that was added since the study was published, readers who do
    /// not see live figures see means of its nodes and what is made from these: what else could be told by comparing it with the others is
    /// not decided.</summary>
    private async Task<ResultRequest> Named(ResultRequest request, CancellationToken cancellation)
    {
        var under = request.Study.Under(request.Index);
        if (under.Scoring == 0)
        {
            return request;
        }

        await rescoring.RefuseUnfinished(under, cancellation);
        return request with { Study = under };
    }

    /// <summary>The same for what is not told under an added index model to readers who do not see live figures.</summary>
    private Task<ResultRequest> NamedForAll(ResultRequest request, CancellationToken cancellation) =>
        request.Study.Under(request.Index) is { Scoring: not 0 } under && request.Audience.Sight != Sight.Live
            ? throw new ResultRequestException(
                "INDEX_NOT_SHOWN",
                $"The index {VersionedId.Of(under.Indices[0])} was added after the study {under.Id} was published: "
                    + "readers see means of its scores and what is made from them: tables, profiles, Länder compared, trends, "
                    + "small areas. What else its answers would tell beside the other versions is not decided. "
                    + "Ask without a version for anything else."
            )
            : Named(request, cancellation);

    /// <summary>Sums over the companies that stand in a table in both waves.</summary>
    private async Task<IReadOnlyList<CommonCompanies>> Common(
        WaveSide before,
        WaveSide after,
        IReadOnlyList<ReportingVariable> earlierBy,
        IReadOnlyList<ReportingVariable> by,
        Sight sight,
        CancellationToken cancellation
    )
    {
        var known =
            await catalogue.Known(before.Study.Id, cancellation)
            ?? throw new InvalidOperationException($"There is no study '{before.Study.Id}'.");
        var number = known.Under(before.Study.Scoring).IndexNumbers[PlaceOf(before.Study, before.Asked)];
        var (model, node) = (PlaceOf(after.Study, after.Asked), after.Asked.Node.Index);
        var (shownBefore, shownAfter) =
            sight == Sight.Live ? (null, null) : (await ShownIn(before.Study, earlierBy), await ShownIn(after.Study, by));
        var parts = await Partitions.Ask(
            grains,
            after.Study,
            (land, partition) => partition.Common(new(before.Study.Id, number, model, node, shownBefore?.Of(land), shownAfter?.Of(land)))
        );
        return [.. parts.Values.SelectMany(groups => groups).Select(group => group.Companies)];
    }

    /// <summary>Of all who have answered, or of those that were in the total when all was shown for the first time.</summary>
    private async Task<StudyMoments> Items(RequestedInstrument asked, Study study, int model, Sight sight)
    {
        var (nodes, shown) = (asked.Places.ToArray(), sight == Sight.Live ? null : await grains.GetGrain<IShownGrain>(study.Id).InWhole(0));
        var parts = await Partitions.Ask(grains, study, (land, partition) => partition.Items(model, nodes, shown?.Of(land)));
        var moments = new StudyMoments(new ItemScores(asked.Items.Count).Layout);
        foreach (var part in parts.Values)
        {
            moments.Merge(part);
        }

        return moments;
    }

    private Task<ShownTable> ShownIn(Study study, IReadOnlyList<ReportingVariable> by) =>
        grains
            .GetGrain<IShownGrain>(study.Id)
            .In(new EntryOrder(study.Design).Tables.Index().First(table => table.Item.SequenceEqual(by)).Index);

    /// <summary>By id and version: a state that is kept was read before the last publication, and holds the same model as another
    /// object.</summary>
    private static int PlaceOf(Study study, RequestedTable asked) =>
        study.Indices.Index().First(one => VersionedId.Of(one.Item) == VersionedId.Of(asked.Model)).Index;

    private async Task NoteLook(Study study, Audience audience)
    {
        if (audience.Sight == Sight.Live)
        {
            await audit.NoteOnceWithin(_exactnessOfLooks, new(Actor.Of(audience), "result.live", study.Id, null));
        }
    }

    private async Task<T> Made<T>(ResultRequest request, IndexModel model, Func<TakenState, T> made, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await NoteLook(request.Study, request.Audience);
        var place = request.Study.Indices.Index().First(one => one.Item == model).Index;
        return made(await _states.Of(request.Study, place, request.Audience.Sight));
    }

    private async Task<Result.Table> Made(ResultRequest request)
    {
        var (study, asked) = (request.Study, request.Find());
        var model = study.Indices.Index().First(one => one.Item == asked.Model).Index;
        if (asked.Measure is NodeMeasure.Quantile)
        {
            var counted = (await _states.Counted(study, asked, model)).Table(asked, request.Audience);
            return counted with { Field = asked.Where is null ? counted.Field?.With(await begun.Of(study.Id)) : null };
        }

        if (asked.Where is { } where)
        {
            return request.Audience.Sight != Sight.Live
                ? await AmongShown(request, asked, model, where)
                : (await _states.Among(request, model, where)).Table(asked, request.Audience) with
                {
                    Field = null,
                };
        }

        var state = await _states.Of(study, model, request.Audience.Sight);
        if (state.WantsPersonDecisions(asked))
        {
            await grains.GetGrain<IShownGrain>(study.Id).DecidePersons();
            state = await _states.Of(study, model, request.Audience.Sight);
        }

        var table = state.WantsPersons(asked)
            ? state.Table(asked, await grains.GetGrain<IShownGrain>(study.Id).PerPerson(model, asked.Node.Index), request.Audience)
            : state.Table(asked, request.Audience);
        return table with { Field = table.Field?.With(await begun.Of(study.Id)) };
    }

    /// <summary>Of the companies of which a declared condition is true, and that had entered when all was shown first.</summary>
    private async Task<Result.Table> AmongShown(ResultRequest request, RequestedTable asked, int model, StudyCondition where)
    {
        var (study, node) = (request.Study, asked.Node.Index);
        var grain = grains.GetGrain<IShownGrain>(study.Id);

        // The state first: asking for it may let companies enter.
        var shown = await grain.Current(model);
        var decisions =
            await grain.Conditions()
            ?? throw new ResultRequestException(
                "NOT_YET_SHOWN",
                $"Figures under a condition are shown once all of {study.Id} is: when its field is closed, or operators say so."
            );
        var layout = StudyMoments.LayoutOf(study.Design, study.Indices[model]).Alone(node) with { PerPerson = false };
        var moments = new Dictionary<int, StudyMoments>();
        foreach (var table in ConditionTables.PlacesOf(new(study.Design), asked))
        {
            var entered = await grain.InWhole(table);
            var parts = await Partitions.Ask(
                grains,
                study,
                (land, partition) => partition.AmongShown(model, node, where.Text, entered.Of(land))
            );
            moments.Add(table, StudyMoments.Of(layout, parts.Values, node));
        }

        var state = new DataState(shown.Version, Sight.Shown, time.GetUtcNow(), shown.Versions)
        {
            Where = where.Text,
            Condition = asked.Condition,
        };
        return ConditionTables.Of(study, asked, moments, decisions, state, request.Audience);
    }
}
