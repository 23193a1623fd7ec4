using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Indices;

/// <summary>One cell of an index table.</summary>
/// <param name="Codes">One code per reporting variable of the table, in its order.</param>
/// <param name="Level">The level that the estimate reaches; null where it is withheld or missing.</param>
public sealed record IndexCell(IReadOnlyList<string> Codes, PublishedFigure Figure, Level? Level);

/// <summary>An index, or one of its nodes, by reporting variables: weighted means with their uncertainty, past the gate.</summary>
public sealed partial class IndexTable
{
    public required StudyDesign Design { get; init; }

    public required IndexModel Model { get; init; }

    public required IndexNode Node { get; init; }

    public required IReadOnlyList<ReportingVariable> By { get; init; }

    /// <summary>Every combination of codes that exists in the frame or among the respondents, in the order of the classifications.</summary>
    public required IReadOnlyList<IndexCell> Cells { get; init; }

    /// <summary>The whole population (Germany).</summary>
    public required IndexCell Total { get; init; }

    public required IReadOnlyList<Collapse> Collapses { get; init; }

    /// <param name="by">Of the declared lattice, without repetition, in any order; empty gives the total alone.</param>
    /// <exception cref="ArgumentException">Not in the lattice, or no such node.</exception>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor.</exception>
    public static IndexTable Of(StudyDesign design, IndexModel model, IReadOnlyList<FrameStratum> frame, StudyMoments moments, IndexNode node, IReadOnlyList<ReportingVariable> by) =>
        throw new NotImplementedException(design.Id + model.Id + frame.Count + moments + node.Id + by.Count);
}
