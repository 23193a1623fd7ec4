using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Indices;

/// <summary>A versioned reference, as in <c>dmk-reifegrad@1.0.0</c>.</summary>
public readonly record struct VersionedId(string Id, string Version)
{
    public override string ToString() => $"{Id}@{Version}";
}

/// <summary>A study as its file declares it: wave, population, weights, reporting, confidentiality. Immutable.</summary>
public sealed partial class StudyDesign
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required int Wave { get; init; }

    public required VersionedId Questionnaire { get; init; }

    public required IReadOnlyList<VersionedId> Indices { get; init; }

    public required DateOnly FieldFrom { get; init; }

    public required DateOnly FieldTo { get; init; }

    /// <summary>The tables that readers may ask for, each a set of reporting variables in the order Land, sector, size; the total needs no entry.</summary>
    public required IReadOnlyList<IReadOnlyList<ReportingVariable>> Lattice { get; init; }

    public required CollapseRule Collapse { get; init; }

    public required LonelyUnit Lonely { get; init; }

    public required int MinimumRespondents { get; init; }

    public required double UnreliableAbove { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    /// <summary>Codes of each reporting variable in the order of tables and of the collapse rule.</summary>
    public required IReadOnlyDictionary<ReportingVariable, Classification> Codes { get; init; }

    public static Reading<StudyDesign> Read(string path, Classifications classifications) => throw new NotImplementedException(path + classifications);

    public static Reading<StudyDesign> Parse(string yaml, string file, Classifications classifications) => throw new NotImplementedException(yaml + file + classifications);

    /// <summary>The reporting cell of a company: what it answered where the design says so, else its place in the frame.</summary>
    public ReportingCell CellOf(ReportingCell frame, Interview interview) => throw new NotImplementedException(frame + interview.ToString());
}
