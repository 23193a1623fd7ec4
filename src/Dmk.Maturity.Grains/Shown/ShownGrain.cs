using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Keeps the marks of the shown state. A state is stored before anybody sees it, so that a restart goes on from what was
/// seen.</summary>
internal sealed class ShownGrain(ShownStates states, Catalogue catalogue, [FromKeyedServices(SurveyTime.Key)] TimeProvider time)
    : Grain,
        IShownGrain
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private Study? _study;
    private IReadOnlyList<int> _nodes = [];
    private AdmissionRule? _rule;

    /// <summary>By the monotonic clock; null before the first look.</summary>
    private long? _looked;

    /// <summary>As stored; null before it was read, and again whenever the result of a commit is not known.</summary>
    private ShownMarks? _marks;
    private PartitionMoments?[] _moments = [];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var id = this.GetPrimaryKeyString();
        _study = await catalogue.Study(id, cancellationToken) ?? throw new InvalidOperationException($"There is no study '{id}'.");
        _nodes = [.. _study.Indices.Select(model => model.Nodes.Count)];
        _rule = new AdmissionRule(_study.Design);
    }

    public async Task<PartitionMoments> Current(int model)
    {
        if (_study!.Phase == StudyPhase.Draft && await catalogue.Study(_study.Id, CancellationToken.None) is { } now)
        {
            // Until it is in the field its frame may be replaced.
            _study = now;
        }

        if (_marks is null)
        {
            Show(
                await states.Find(_study!.Id) is { } stored
                    ? ShownMarks.Read(stored.Version, stored.Marks, stored.VersionMix)
                    : ShownMarks.Nothing
            );
        }

        if (_looked is not { } looked || time.GetElapsedTime(looked) >= _pause)
        {
            await Advance(_marks!);
            _looked = time.GetTimestamp();
        }

        return _moments[model] ??= await Moments(model, _marks!) with { Versions = _marks!.Versions! };
    }

    private async Task Advance(ShownMarks marks)
    {
        var pending = await Partitions.Ask(GrainFactory, _study!, (land, partition) => partition.Pending(marks.Of(land)));
        var admitted = marks.WithUnits(pending, _nodes, _rule!);
        if (admitted == marks && marks.Versions is not null)
        {
            return;
        }

        var scores = await Partitions.Ask(GrainFactory, _study!, (land, partition) => partition.PendingScores(admitted.Of(land)));
        var next = admitted.WithScores(scores, _nodes, _rule!);
        next = next with
        {
            Version = marks.Version + 1,
            Versions = (marks.Versions ?? VersionMix.Nobody).Advance(
                (await Moments(0, next)).Versions,
                _study!.Design.Confidentiality.MinimumRespondents
            ),
        };
        try
        {
            await StoreBusyException.Translate(
                states.Save(
                    new StoredShownMarks
                    {
                        Study = _study!.Id,
                        Version = next.Version,
                        Marks = next.Write(),
                        VersionMix = next.Versions!.Write(),
                    }
                )
            );
        }
        catch
        {
            _marks = null;
            throw;
        }

        Show(next);
    }

    /// <summary>With the versions of all that these marks show.</summary>
    private async Task<PartitionMoments> Moments(int model, ShownMarks marks)
    {
        var parts = await Partitions.Ask(GrainFactory, _study!, (land, partition) => partition.Shown(model, marks.Of(land)));
        var merged = new StudyMoments(StudyMoments.LayoutOf(_study!.Indices[model]));
        foreach (var part in parts.Values)
        {
            merged.Merge(part.Moments);
        }

        return new(marks.Version, merged, VersionMix.Of(parts.Values.SelectMany(part => part.Versions.Respondents)));
    }

    private void Show(ShownMarks marks) => (_marks, _moments) = (marks, new PartitionMoments?[_nodes.Count]);
}
