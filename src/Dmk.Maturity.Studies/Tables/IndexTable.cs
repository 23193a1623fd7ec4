using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>An index, or one of its nodes, by reporting variables: weighted means with their uncertainty, past the gate.</summary>
public sealed class IndexTable
{
    public required StudyDesign Design { get; init; }

    public required IndexModel Model { get; init; }

    public required IndexNode Node { get; init; }

    public required IReadOnlyList<ReportingVariable> By { get; init; }

    /// <summary>Every combination of codes that exists in the frame or among the respondents, in the order of the
    /// classifications.</summary>
    public required IReadOnlyList<IndexCell> Cells { get; init; }

    /// <summary>The whole population (Germany).</summary>
    public required IndexCell Total { get; init; }

    public required IReadOnlyList<Collapse> Collapses { get; init; }

    /// <remarks>Whoever needs several tables of one state keeps its <see cref="WeightedStudy"/> and <see cref="ProtectedLattice"/>:
    /// picking a table from them costs next to nothing.</remarks>
    /// <param name="by">Of the declared lattice, without repetition, in any order; empty gives the total alone.</param>
    /// <exception cref="ArgumentException">Not in the lattice, or no such node.</exception>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor.</exception>
    public static IndexTable Of(
        StudyDesign design,
        IndexModel model,
        IReadOnlyList<FrameStratum> frame,
        StudyMoments moments,
        IndexNode node,
        IReadOnlyList<ReportingVariable> by
    ) => WeightedStudy.Of(design, frame, moments).Protect(model, node).Table(by);
}
