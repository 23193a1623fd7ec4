using System.Diagnostics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Grains;

/// <summary>Holds the columns of one Land and study, and keeps them equal to what is stored.</summary>
internal sealed class PartitionGrain(
    Submissions submissions,
    ColumnFiles files,
    Catalogue catalogue,
    StudyJournal journal,
    IOptions<DmkGrainsOptions> options
) : Grain, IPartitionGrain
{
    /// <summary>The columns are kept when a tenth has come, and at the end already for a hundredth.</summary>
    private const int ShareWhileActive = 10;
    private const int ShareAtTheEnd = 100;

    private const int Page = 2000;

    /// <summary>Messages that came before their turn; when there are more, the store will tell.</summary>
    private const int MostEarly = 1000;

    private readonly Dictionary<long, PartitionSubmission> _early = [];
    private PartitionKey _key;
    private CatalogueStudy? _known;
    private KeptColumns? _kept;
    private PartitionColumns? _columns;
    private PartitionMoments?[] _live = [];

    /// <summary>Of the earlier wave that was asked for last.</summary>
    private CommonRows? _common;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = PartitionKey.Parse(this.GetPrimaryKeyString());
        var study =
            await catalogue.Known(_key.Study, cancellationToken)
            ?? throw new InvalidOperationException($"There is no study '{_key.Study}'.");
        _known = study.Under(_key.Scoring);
        _kept = new KeptColumns(files, submissions, journal, _key, _known);
        _columns = _kept.Empty();
        _live = new PartitionMoments?[_known.Study.Indices.Count];
        journal.PartitionActivated(_key.Land, _key.Study);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_columns is not null)
        {
            await _kept!.Keep(_columns, ShareAtTheEnd, options.Value.KeepColumnsFrom);
        }
    }

    public Task Accept(PartitionSubmission unit)
    {
        if (unit.Sequence > _columns!.Highest && _early.Count < MostEarly)
        {
            _early[unit.Sequence] = unit;
        }

        AddWhoseTurnItIs();
        return Task.CompletedTask;
    }

    public async Task<PartitionMoments> Live(int model)
    {
        await CatchUp();
        return _live[model] is { } kept && kept.Version == _columns!.Highest
            ? kept
            : _live[model] = new PartitionMoments(_columns!.Highest, _columns.Live(model), _columns.Versions());
    }

    public async Task<PartitionMoments> Among(int model, int node, string where, Estimand estimand)
    {
        await CatchUp();
        var condition = StudyCondition.Read(await Now(), model, where);
        return new(_columns!.Highest, _columns.Among(condition, model, node, estimand), _columns.Versions());
    }

    public async Task<PartitionScores> Scores(int model, int node, string? where)
    {
        await CatchUp();
        return _columns!.Scores(where is null ? null : StudyCondition.Read(await Now(), model, where), model, node);
    }

    public async Task<StudyMoments> AmongShown(int model, int node, string where, ShownPart shown)
    {
        await CatchUp();
        return _columns!.AmongShown(StudyCondition.Read(await Now(), model, where), model, node, shown);
    }

    public async Task<ConditionedGroups> Conditioned(ShownPart shown)
    {
        await CatchUp();
        var study = await Now();
        return _columns!.Conditioned([.. study.Design.Conditions.Select(one => StudyCondition.Read(study, 0, one.Where))], shown);
    }

    public async Task<StudyMoments> Items(int model, int[] nodes, ShownPart? shown)
    {
        await CatchUp();
        return _columns!.Items(model, nodes, shown);
    }

    public async Task<long> Version()
    {
        await CatchUp();
        return _columns!.Highest;
    }

    public async Task<PartitionGroups> Groups(ShownRows shown, long? upTo)
    {
        await CatchUp();
        return _columns!.Groups(shown, upTo ?? _columns.Highest);
    }

    public async Task<PartitionGroups> GroupsUnder(ShownRows shown, int[] scorings)
    {
        await CatchUp();
        var upTo = _columns!.Highest;
        var known = await catalogue.Known(_key.Study, CancellationToken.None) ?? _known!;
        var further = new List<(int Nodes, PartitionPatterns Patterns)>();
        foreach (var scoring in scorings)
        {
            var study = known.Under(scoring).Study;
            var patterns = await GrainFactory.GetGrain<IPartitionGrain>(PartitionKey.Of(_key.Land, study)).Patterns(upTo);
            further.Add((study.Indices.Sum(model => model.Nodes.Count), patterns));
        }

        return _columns.GroupsUnder(shown, upTo, known.Study.Indices.Sum(model => model.Nodes.Count), further);
    }

    public async Task<PartitionPatterns> Patterns(long upTo)
    {
        await CatchUp();
        return _columns!.Patterns(upTo);
    }

    public async Task<ShownRows> Enter(ShownRows shown, PartitionGroups groups, int[] histories)
    {
        await CatchUp();
        return _columns!.Enter(shown, groups, histories);
    }

    public async Task<ShownLots> Shown(int model, ShownRows shown, int[] histories)
    {
        await CatchUp();
        return new(_columns!.Shown(model, shown, histories));
    }

    public async Task<VersionMix> ShownVersions(ShownPart shown)
    {
        await CatchUp();
        return _columns!.Versions(shown);
    }

    public async Task<PartitionPersons[]> Persons(ShownPart shown, int[][] nodes)
    {
        await CatchUp();
        return _columns!.Persons(shown, nodes);
    }

    public async Task<StudyMoments> PerPerson(int model, int node, ShownPart shown)
    {
        await CatchUp();
        return _columns!.PerPerson(model, node, shown);
    }

    public async Task<CommonGroup[]> Common(CommonQuestion question)
    {
        await CatchUp();
        var earlier = await submissions.Highest(_key.Land, question.Earlier);
        if (_common?.Answers(question, earlier, _columns!.Highest) != true)
        {
            var pairs = await submissions.InBoth(_key.Land, question.Earlier, _key.Study, question.EarlierModel);
            _common = new(question.Earlier, question.EarlierModel, earlier, _columns!.Highest, pairs);
        }

        return _common.Groups(question, _columns!);
    }

    public async Task<PeerTally[]> Peers(PeerQuestion question)
    {
        await CatchUp();
        return _columns!.Peers(question, _known!.Study);
    }

    /// <summary>A version of the questionnaire that came since may have brought codes.</summary>
    private async Task<Study> Now() => ((await catalogue.Known(_key.Study, CancellationToken.None))?.Under(_key.Scoring) ?? _known!).Study;

    /// <summary>Compares with the stored counter, and reads what no message has brought.</summary>
    private async Task CatchUp()
    {
        var stored = await submissions.Highest(_key.Land, _key.Study);
        if (_columns!.Highest < stored)
        {
            await ReadKept(stored);
            await ReadUpTo(stored);
            await _kept!.Keep(_columns, ShareWhileActive, options.Value.KeepColumnsFrom);
        }

        foreach (var past in _early.Keys.Where(sequence => sequence <= _columns.Highest).ToArray())
        {
            _early.Remove(past);
        }

        AddWhoseTurnItIs();
    }

    /// <summary>Where nothing has been read yet.</summary>
    private async Task ReadKept(long stored)
    {
        var begun = Stopwatch.GetTimestamp();
        if (_columns!.Highest == 0 && await _kept!.Read(stored) is { } kept)
        {
            _columns = kept;
            var took = (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            journal.KeptColumnsRead(_key.Land, _key.Study, kept.Highest, took);
        }
    }

    private async Task ReadUpTo(long stored)
    {
        if (_columns!.Highest == stored)
        {
            return;
        }

        var (before, begun) = (_columns.Highest, Stopwatch.GetTimestamp());
        while (_columns.Highest < stored)
        {
            var page = await submissions.After(_key.Land, _key.Study, _columns.Highest, Page);
            if (page.Count == 0)
            {
                journal.SubmissionMissing(_key.Land, _key.Study, _columns.Highest + 1, stored);
                throw StoreDownException.OfDamage();
            }

            foreach (var submission in page)
            {
                _columns.Add(PartitionSubmission.Of(submission, _known!, _key.Land));
            }
        }

        var took = (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        journal.PartitionCaughtUp(_key.Land, _key.Study, _columns.Highest - before, before + 1, took);
    }

    private void AddWhoseTurnItIs()
    {
        while (_early.Remove(_columns!.Highest + 1, out var next))
        {
            _columns.Add(next);
        }
    }
}
