using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Dmk.Maturity.Grains;

/// <summary>Keeps the shown state. It is stored before anybody sees it, so that a restart goes on from what was seen.</summary>
/// <remarks>What takes long is decided beside the turns of the grain, one change at a time; meanwhile readers see the last state. Between
/// two awaits nobody else is at work here.</remarks>
[Reentrant]
internal sealed class ShownGrain(
    ShownStates states,
    Catalogue catalogue,
    StudyJournal journal,
    IOptions<DmkGrainsOptions> options,
    IHostApplicationLifetime lifetime,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
) : Grain, IShownGrain
{
    /// <summary>Of the companies that are shown, how many must wait before more enter by themselves: every state divides the companies into
    /// further lots, and lots that are small withhold figures.</summary>
    private const double WorthAState = 0.25;

    private Study? _study;
    private NodeFamily? _family;
    private EntryOrder? _order;

    /// <summary>As stored; null before it was read, and again whenever the result of a commit is not known.</summary>
    private ShownState? _state;
    private Task<ShownMoments>?[] _moments = [];

    /// <summary>Of the state under index models that were added, by what the store calls these.</summary>
    private Dictionary<int, Task<ShownMoments>> _added = [];

    /// <summary>Of the state; null until somebody asks for figures under a condition.</summary>
    private Task<ShownDecisions>? _conditions;

    /// <summary>The last change of the state, which may be under way.</summary>
    private Task _change = Task.CompletedTask;

    /// <summary>Index models that were added and are to be decided, by what the store calls them, in the order in which they were asked
    /// for.</summary>
    private readonly List<int> _wanted = [];

    /// <summary>The last decision on these, which may be under way, and how long askers wait for it.</summary>
    private (Task Made, Task Patience) _deciding = (Task.CompletedTask, Task.CompletedTask);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var id = this.GetPrimaryKeyString();
        _study = await catalogue.Study(id, cancellationToken) ?? throw new InvalidOperationException($"There is no study '{id}'.");
        _family = new(_study.Indices);
        _order = new(_study.Design);
    }

    public async Task<ShownMoments> Current(int model)
    {
        if (IsDue(await Known()))
        {
            // Who does not want to wait that long sees what was seen until now.
            var change = _change.IsCompleted ? _change = Change(Due) : _change;
            if (await Task.WhenAny(change, Task.Delay(options.Value.Patience, lifetime.ApplicationStopping)) == change)
            {
                await change;
            }
        }

        var state = await Known();
        return await (_moments[model] is { IsFaulted: false, IsCanceled: false } known ? known : _moments[model] = Moments(model, state));
    }

    public async Task<AdditionStage> DecideAdded(int scoring)
    {
        var state = await Known();
        if (state.FirstWhole == 0)
        {
            return AdditionStage.NotYet;
        }

        if (state.Tells(scoring))
        {
            return AdditionStage.Decided;
        }

        if (!_wanted.Contains(scoring))
        {
            _wanted.Add(scoring);
        }

        if (_deciding.Made.IsCompleted)
        {
            _deciding = (DecideWanted(), Task.Delay(options.Value.Patience, lifetime.ApplicationStopping));
        }

        var (made, patience) = _deciding;
        if (await Task.WhenAny(made, patience) == made)
        {
            await made;
        }

        return (await Known()).Tells(scoring) ? AdditionStage.Decided : AdditionStage.BeingDecided;
    }

    public async Task<int[]> DecidedAdditions() => [.. (await Known()).Added.Select(one => one.Scoring)];

    public async Task<ShownMoments> Added(int scoring)
    {
        var whole = await catalogue.Known(_study!.Id, CancellationToken.None);
        var state = await Known();
        if (!state.Tells(scoring))
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"What is told of {_study.Id} under the added model {scoring} is not decided.")
            );
        }

        if (!_added.TryGetValue(scoring, out var known) || known.IsFaulted || known.IsCanceled)
        {
            _added[scoring] = known = Moments(whole!.Under(scoring).Study, 0, state);
        }

        var moments = await known;
        ShownAddition[] upTo = [.. state.Added.Take(1 + state.Added.ToList().FindIndex(one => one.Scoring == scoring))];
        return moments with { Decisions = With(moments.Decisions, upTo), Scorings = [.. upTo.Select(one => one.Scoring)] };
    }

    public async Task DecidePersons()
    {
        if (WantsPersons(await Known()))
        {
            await ChangeInTurn(WithPersons);
        }
    }

    public async Task<StudyMoments> PerPerson(int model, int node)
    {
        var state = await Known();
        var histories = state.InWhole(PersonDecisions.TableOf(_order!, state.Histories, state.FirstWhole));
        var parts = await Partitions.Ask(
            GrainFactory,
            _study!,
            (land, partition) => partition.PerPerson(model, node, new(state.Of(land), histories))
        );
        return StudyMoments.Of(PersonGroup.Layout, parts.Values, node);
    }

    public async Task<ShownTable> In(int table)
    {
        var state = await Known();
        return new(state.ByLand.ToDictionary(StringComparer.Ordinal), state.In(table));
    }

    public async Task<ShownTable> InWhole(int table)
    {
        var state = await Known();
        return new(state.ByLand.ToDictionary(StringComparer.Ordinal), state.InWhole(table));
    }

    public async Task<ShownDecisions?> Conditions()
    {
        var state = await Known();
        if (state.FirstWhole == 0 || state.Decisions is null)
        {
            return null;
        }

        return await (_conditions is { IsFaulted: false, IsCanceled: false } known ? known : _conditions = Decided(state, state.Decisions));
    }

    public async Task<ShownProgress> Show()
    {
        await ChangeInTurn(state => Advanced(state, ShownExtent.Whole));
        var state = await Known();
        var answered = await Partitions.Ask(GrainFactory, _study!, (_, partition) => partition.Version());
        return new(state.State, answered.Values.Sum(), state.Decisions?.Shown[0] ?? 0);
    }

    /// <summary>Whether companies enter, or the first look is noted, when somebody looks now.</summary>
    private bool IsDue(ShownState state) =>
        _study!.Phase == StudyPhase.Closed ? !state.Final : state.FirstWhole == 0 && state.Period != Period();

    private async Task<ShownState> Due(ShownState state)
    {
        if (!IsDue(state))
        {
            return state;
        }

        if (_study!.Phase == StudyPhase.Closed)
        {
            return await Advanced(state, ShownExtent.Whole) with { Final = true };
        }

        // The first look of a study shows nothing: its rhythm begins with it.
        var period = Period();
        var next = state.Period is null ? await Noted(state, All(await Groups(state), state)) : await Advanced(state, ShownExtent.Headline);
        return next with { Period = period };
    }

    private async Task DecideWanted()
    {
        while (_wanted is [var scoring, ..])
        {
            try
            {
                await Decide(scoring);
            }
            finally
            {
                _ = _wanted.Remove(scoring);
            }
        }
    }

    /// <summary>Beside the changes of the state, which do not wait for it; where the companies that are shown have changed meanwhile, anew
    /// of these.</summary>
    private async Task Decide(int scoring)
    {
        while (await Known() is { FirstWhole: > 0 } state && !state.Tells(scoring))
        {
            var begun = Stopwatch.GetTimestamp();
            var decided = await Addition(state, scoring);
            await ChangeInTurn(
                now =>
                    Task.FromResult(
                        now.DataVersion == state.DataVersion && now.Added.Count == state.Added.Count
                            ? now with
                            {
                                Added = [.. now.Added, decided],
                                Amendments = now.Amendments + 1,
                            }
                            : now
                    ),
                begun
            );
        }
    }

    /// <summary>What is told under a further added index model, given those that are decided.</summary>
    private async Task<ShownAddition> Addition(ShownState state, int scoring)
    {
        try
        {
            return (await Decided(state, [.. state.Added.Select(one => one.Scoring), scoring], [], state.Added))[^1];
        }
        catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            journal.ShownNotDecided(_study!.Id, exception);
            throw;
        }
    }

    /// <summary>What is told in a state under index models that were added, each given the others before it.</summary>
    /// <param name="before">Of the state before. What it withheld stays so.</param>
    /// <param name="known">The first ones of them, as decided already in this state.</param>
    private async Task<IReadOnlyList<ShownAddition>> Decided(
        ShownState state,
        int[] scorings,
        IReadOnlyList<ShownAddition> before,
        IReadOnlyList<ShownAddition> known
    )
    {
        if (scorings.Length == 0 || state.Decisions is not { } decisions)
        {
            return before;
        }

        var study = _study!;
        var whole = await catalogue.Known(study.Id, CancellationToken.None);
        IndexModel[] models = [.. study.Indices, .. scorings.Select(scoring => whole!.Under(scoring).Study.Indices[0])];
        var told = await Partitions.Ask(GrainFactory, study, (land, partition) => partition.GroupsUnder(state.Of(land), scorings));
        var groups = All(told, state);
        return await Beside(() =>
        {
            var added = new List<ShownAddition>(known);
            foreach (var (place, scoring) in scorings.Index().Skip(known.Count))
            {
                var family = new NodeFamily(models[..(study.Indices.Count + place + 1)]);
                var earlier = before.FirstOrDefault(one => one.Scoring == scoring);
                var decided = AddedDecisions.Of(
                    study.Design,
                    family,
                    groups,
                    With(decisions, added),
                    earlier is null ? null : decisions with { Nodes = earlier.Nodes, PerPerson = null }
                );
                added.Add(new(scoring, decided.Nodes));
            }

            return added;
        });
    }

    private static ShownDecisions With(ShownDecisions decisions, IEnumerable<ShownAddition> added) =>
        decisions with
        {
            Nodes = [.. decisions.Nodes, .. added.SelectMany(one => one.Nodes)],
            PerPerson = null,
        };

    private bool WantsPersons(ShownState state) =>
        state is { FirstWhole: > 0, Decisions.PerPerson: null } && _study!.Design.PersonsEmployed is not null;

    private async Task<ShownState> WithPersons(ShownState state)
    {
        if (!WantsPersons(state) || state.Decisions is not { } decisions)
        {
            return state;
        }

        var study = _study!;
        var table = PersonDecisions.TableOf(_order!, state.Histories, state.FirstWhole);
        var (histories, nodes) = (state.InWhole(table), _family!.Models.Select(HeadlinesOf).ToArray());
        var told = await Partitions.Ask(GrainFactory, study, (land, partition) => partition.Persons(new(state.Of(land), histories), nodes));
        PersonGroup[] groups =
        [
            .. told
                .Values.SelectMany(partition => partition)
                .Select(group => new PersonGroup(group.Stratum, group.Cell, new(group.Scores), group.Persons, group.Count)),
        ];
        try
        {
            var perPerson = await Beside(() => PersonDecisions.Of(study.Design, _family, study.Frame, groups, decisions, table));
            return state with { Decisions = decisions with { PerPerson = perPerson }, Amendments = state.Amendments + 1 };
        }
        catch (ResultRequestException)
        {
            // No weights meet the frame: who asks for a table is told so.
            return state;
        }
    }

    /// <summary>Once no other change is under way.</summary>
    /// <param name="begun">When work on it began, as <see cref="Stopwatch"/> counts; null where it begins now.</param>
    private async Task ChangeInTurn(Func<ShownState, Task<ShownState>> next, long? begun = null)
    {
        while (!_change.IsCompleted)
        {
            await Task.WhenAny(_change);
        }

        await (_change = Change(next, begun));
    }

    /// <summary>While it is under way no other one may begin.</summary>
    private async Task Change(Func<ShownState, Task<ShownState>> next, long? before = null)
    {
        var begun = before ?? Stopwatch.GetTimestamp();
        try
        {
            var now = await Known();
            var after = await next(now);
            if (after != now)
            {
                lifetime.ApplicationStopping.ThrowIfCancellationRequested();
                await Changed(after);
                journal.ShownDecided(_study!.Id, after.State, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }
        catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            journal.ShownNotDecided(_study!.Id, exception);
            throw;
        }
    }

    /// <summary>Work that takes long, and no turn of the grain.</summary>
    private Task<T> Beside<T>(Func<T> work) => Task.Run(work, lifetime.ApplicationStopping);

    private static int[] HeadlinesOf(IndexModel model) =>
        [.. model.Nodes.Where(node => node.Depth <= NodeFamily.Headline).Select(node => node.Index)];

    private string Period() => Rhythm.PeriodOf(_study!.Design.Confidentiality.Show, time.GetUtcNow());

    private async Task<ShownState> Known()
    {
        if (_study!.Phase != StudyPhase.Closed && await catalogue.Study(_study.Id, CancellationToken.None) is { } now)
        {
            // Until it is in the field its frame may be replaced, and at some time its field is closed.
            _study = now;
        }

        if (_state is null)
        {
            Take(await states.Find(_study!.Id));
        }

        return _state!;
    }

    /// <summary>Unless somebody else has read it meanwhile, and perhaps changed it.</summary>
    private void Take(StoredShownMarks? stored)
    {
        if (_state is null)
        {
            var tables = _order!.Tables.Count;
            Show(stored is null ? ShownState.Nothing(tables) : ShownState.Read(stored.Version, stored.Marks, stored.VersionMix, tables));
        }
    }

    /// <returns>The same state, with those who wait now, when nobody may enter.</returns>
    private async Task<ShownState> Advanced(ShownState state, ShownExtent extent)
    {
        var told = await Groups(state);
        var (groups, shown) = (All(told, state), Entered(told.Values));
        var waiting = groups.Sum(group => group.Count) - shown;
        var opens = extent == ShownExtent.Whole && state.FirstWhole == 0;
        if (waiting + shown == 0 || (!opens && waiting < (extent == ShownExtent.Headline ? Math.Max(1, WorthAState * shown) : 1)))
        {
            return await Noted(state, groups);
        }

        var (study, number) = (_study!, state.State + 1);
        var histories = await Beside(() => ShownSets.Advance(study.Design, _family!, groups, number, extent));
        if (!opens && histories.Zip(groups).All(pair => pair.First.SequenceEqual(pair.Second.History)))
        {
            return await Noted(state, groups);
        }

        var (numbersOf, known) = Numbered(state, histories);
        var (rows, first) = (new Dictionary<string, ShownRows>(StringComparer.Ordinal), 0);
        foreach (var (land, partition) in told)
        {
            var numbers = numbersOf.AsSpan(first, partition.Groups.Length).ToArray();
            first += partition.Groups.Length;
            rows[land] = await Partition(land).Enter(state.Of(land), partition, numbers);
        }

        var firstWhole = opens ? number : state.FirstWhole;
        CompanyGroup[] entered = [.. groups.Zip(histories, (group, history) => group with { History = history })];
        var next = state with
        {
            State = number,
            Histories = known,
            ByLand = rows,
            FirstWhole = firstWhole,
            Decisions = await Beside(() => NodeDecisions.Of(study.Design, _family!, entered, state.Decisions, firstWhole)),
        };
        var answered = await Partitions.Ask(
            GrainFactory,
            study,
            (land, partition) => partition.ShownVersions(new(next.Of(land), next.In(0)))
        );
        var versions = VersionMix.Of(answered.Values.SelectMany(part => part.Respondents));
        next = next with { Added = await Decided(next, [.. state.Added.Select(one => one.Scoring)], state.Added, []) };
        return next with { Versions = state.Versions.Advance(versions, study.Design.Confidentiality.MinimumRespondents) };
    }

    /// <summary>Knows of all who have answered by now, so that cells are told to be waiting and not to be empty.</summary>
    private async Task<ShownState> Noted(ShownState state, CompanyGroup[] groups)
    {
        var study = _study!;
        return state.Decisions?.Answered == groups.Sum(group => group.Count)
            ? state
            : state with
            {
                Decisions = await Beside(() => NodeDecisions.Of(study.Design, _family!, groups, state.Decisions, state.FirstWhole)),
            };
    }

    /// <summary>The histories that occur, those of the state before first, and per group the number of its own.</summary>
    private static (int[] Numbers, IReadOnlyList<IReadOnlyList<int>> Histories) Numbered(
        ShownState state,
        IReadOnlyList<IReadOnlyList<int>> ofGroups
    )
    {
        var known = new List<IReadOnlyList<int>>(state.Histories);
        var numberOf = known.Index().ToDictionary(history => string.Join(',', history.Item), history => history.Index);
        var numbers = new int[ofGroups.Count];
        foreach (var (place, history) in ofGroups.Index())
        {
            var key = string.Join(',', history);
            if (!numberOf.TryGetValue(key, out numbers[place]))
            {
                numberOf.Add(key, numbers[place] = known.Count);
                known.Add(history);
            }
        }

        return (numbers, known);
    }

    private async Task Changed(ShownState next)
    {
        var stored = next with { Version = next.Version + 1 };
        try
        {
            await StoreBusyException.Translate(
                states.Save(
                    new StoredShownMarks
                    {
                        Study = _study!.Id,
                        Version = stored.Version,
                        Marks = stored.Write(),
                        VersionMix = stored.Versions.Write(),
                    }
                )
            );
        }
        catch
        {
            _state = null;
            throw;
        }

        Show(stored);
    }

    private Task<ShownMoments> Moments(int model, ShownState state) => Moments(_study!, model, state);

    private async Task<ShownMoments> Moments(Study study, int model, ShownState state)
    {
        int[] numbers = [.. Enumerable.Range(1, state.Histories.Count - 1)];
        var parts = await Partitions.Ask(GrainFactory, study, (land, partition) => partition.Shown(model, state.Of(land), numbers));
        var layout = StudyMoments.LayoutOf(study.Indices[model]);
        StudyMoments[] moments =
        [
            .. numbers.Index().Select(one => StudyMoments.Of(layout, parts.Values.Select(part => part.Moments[one.Index]))),
        ];
        int[] occurring = [.. numbers.Index().Where(one => moments[one.Index].Cells.Count > 0).Select(one => one.Index)];
        return new(
            state.Version,
            [.. occurring.Select(place => state.Histories[numbers[place]].ToArray())],
            [.. occurring.Select(place => moments[place])],
            state.Versions,
            state.Decisions ?? Nothing()
        )
        {
            DataVersion = state.DataVersion,
        };
    }

    private Task<IReadOnlyDictionary<string, PartitionGroups>> Groups(ShownState state) =>
        Partitions.Ask(GrainFactory, _study!, (land, partition) => partition.Groups(state.Of(land), null));

    private IPartitionGrain Partition(string land) => GrainFactory.GetGrain<IPartitionGrain>(PartitionKey.Of(land, _study!.Id));

    /// <summary>Of those that had entered when all was shown first, who stay the same whatever comes later.</summary>
    private async Task<ShownDecisions> Decided(ShownState state, ShownDecisions decisions)
    {
        int[] entered = [.. state.InWhole(0)];
        var told = await Partitions.Ask(GrainFactory, _study!, (land, partition) => partition.Conditioned(new(state.Of(land), entered)));
        var study = _study!;
        return await Beside(() =>
            ConditionDecisions.Of(
                study.Design,
                _family!,
                [.. told.Values.SelectMany(part => part.Groups).Select(group => Of(group, state))],
                [.. told.Values.SelectMany(part => part.Truths)],
                decisions
            )
        );
    }

    private static CompanyGroup Of(PartitionGroup group, ShownState state) =>
        new(group.Stratum, group.Cell, new(group.Scores), state.Histories[group.History], group.Count);

    private static CompanyGroup[] All(IReadOnlyDictionary<string, PartitionGroups> told, ShownState state) =>
        [.. told.Values.SelectMany(partition => partition.Groups).Select(group => Of(group, state))];

    private static long Entered(IEnumerable<PartitionGroups> told) =>
        told.SelectMany(partition => partition.Groups).Where(group => group.History > 0).Sum(group => group.Count);

    private ShownDecisions Nothing() => NodeDecisions.Of(_study!.Design, _family!, [], null, 0);

    private void Show(ShownState state) =>
        (_state, _moments, _added, _conditions) = (state, new Task<ShownMoments>?[_study!.Indices.Count], [], null);
}
