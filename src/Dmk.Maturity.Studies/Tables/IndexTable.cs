using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>An index, or one of its nodes, by reporting variables: weighted means with their uncertainty, past the gate.</summary>
public sealed class IndexTable
{
    private static readonly Text _germany = new("Deutschland", "Germany");

    public required StudyDesign Design { get; init; }

    public required IndexModel Model { get; init; }

    public required IndexNode Node { get; init; }

    /// <summary>What is estimated of the node.</summary>
    public NodeMeasure Measure { get; init; } = NodeMeasure.OfScores;

    public required IReadOnlyList<ReportingVariable> By { get; init; }

    /// <summary>Every combination of codes that exists in the frame or among the respondents, in the order of the
    /// classifications.</summary>
    public required IReadOnlyList<IndexCell> Cells { get; init; }

    /// <summary>The whole population (Germany).</summary>
    public required IndexCell Total { get; init; }

    /// <summary>What it was made from.</summary>
    public required TableBasis Basis { get; init; }

    /// <summary>The part of the population that the table is about; empty for all of it.</summary>
    public required IReadOnlyList<(ReportingVariable Variable, string Code)> Filter { get; init; }

    /// <summary>What readers read for a cell: the names of its codes; the total is that of the part, or Germany.</summary>
    public IReadOnlyList<string> NamesOf(IndexCell cell, Language language) =>
        cell.Codes.Count > 0 ? [.. cell.Codes.Select((code, place) => By[place].LabelOf(code).In(language))]
        : Filter.Count > 0 ? [string.Join(", ", Filter.Select(part => part.Variable.LabelOf(part.Code).In(language)))]
        : [_germany.In(language)];

    /// <remarks>Whoever needs several tables of one state keeps its <see cref="WeightedStudy"/> and <see cref="ProtectedLattice"/>:
    /// picking a table from them costs next to nothing.</remarks>
    /// <param name="by">Of the declared lattice, without repetition, in any order; empty gives the total alone.</param>
    /// <exception cref="ArgumentException">Not in the lattice, or no such node.</exception>
    public static IndexTable Of(
        WeightedStudy study,
        IndexModel model,
        IndexNode node,
        IReadOnlyList<ReportingVariable> by,
        Audience audience
    ) => study.Protect(model, node, audience).Table(by, []);
}
