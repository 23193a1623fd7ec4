using System.Collections.Concurrent;
using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>One state of a study under one index model, with the tables that were asked for so far. Immutable but for what it
/// remembers.</summary>
public sealed class StudyState
{
    private readonly Lazy<WeightedStudy> _weighted;
    private readonly ConcurrentDictionary<int, Lazy<ProtectedLattice>> _lattices = new();

    public StudyState(Study study, StudyMoments moments, long version, VersionMix versions, DateTimeOffset computedAt)
    {
        (Version, Versions, ComputedAt) = (version, versions, computedAt);
        _weighted = new(() => WeightedStudy.Of(study.Design, study.Frame, moments));
    }

    public long Version { get; }

    public VersionMix Versions { get; }

    public DateTimeOffset ComputedAt { get; }

    /// <exception cref="ArgumentException">Not in the declared lattice.</exception>
    public IndexTable Table(IndexModel model, IndexNode node, IReadOnlyList<ReportingVariable> by) =>
        _lattices.GetOrAdd(node.Index, _ => new(() => _weighted.Value.Protect(model, node))).Value.Table(by);
}
