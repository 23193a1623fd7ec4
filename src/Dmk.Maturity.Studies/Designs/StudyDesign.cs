using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A study as its file declares it: wave, population, weights, reporting, confidentiality. Immutable.</summary>
public sealed class StudyDesign
{
    private readonly string _file;
    private readonly IReadOnlyList<ReportingSource> _sources;

    internal StudyDesign(string file, IReadOnlyList<ReportingSource> sources) => (_file, _sources) = (file, sources);

    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required int Wave { get; init; }

    public required VersionedId Questionnaire { get; init; }

    public required IReadOnlyList<VersionedId> Indices { get; init; }

    public required DateOnly FieldFrom { get; init; }

    /// <summary>The last day on which companies can answer.</summary>
    public required DateOnly FieldTo { get; init; }

    public required Population Population { get; init; }

    /// <summary>The tables that readers may ask for, each a set of reporting variables in the order Land, sector, size; the total needs
    /// no entry.</summary>
    public required IReadOnlyList<IReadOnlyList<ReportingVariable>> Lattice { get; init; }

    public required CollapseRule Collapse { get; init; }

    public required LonelyUnit Lonely { get; init; }

    public required int MinimumRespondents { get; init; }

    /// <summary>A coefficient of variation above this marks an estimate as unreliable.</summary>
    public required double UnreliableAbove { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Source { get; init; }

    /// <summary>Codes of each reporting variable by which the frame knows its units, in the order of tables and of the collapse
    /// rule.</summary>
    public required IReadOnlyDictionary<ReportingVariable, Classification> Codes { get; init; }

    public static Reading<StudyDesign> Read(string path, Classifications classifications)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(path, problems) is { } yaml ? Parse(yaml, path, classifications) : new(null, problems);
    }

    /// <param name="file">The name that problems show.</param>
    public static Reading<StudyDesign> Parse(string yaml, string file, Classifications classifications) =>
        StudyDesignReader.Parse(yaml, file, classifications);

    /// <summary>What does not fit between this study and the questionnaire that it names: its version, and the questions that say where a
    /// company stands.</summary>
    public IReadOnlyList<Problem> Check(Questionnaire questionnaire)
    {
        var problems = new List<Problem>();
        if (Questionnaire != new VersionedId(questionnaire.Id, questionnaire.Version))
        {
            problems.Add(
                new(
                    new(_file, 0, 0),
                    "questionnaire-mismatch",
                    $"The study {Id} asks {Questionnaire}, not {questionnaire.Id}@{questionnaire.Version}."
                )
            );
            return problems;
        }

        problems.AddRange(CheckReporting(questionnaire));
        return problems;
    }

    /// <summary>What does not fit between the questions that say where a company stands and a version of the questionnaire, whatever its
    /// number.</summary>
    public IEnumerable<Problem> CheckReporting(Questionnaire questionnaire) =>
        _sources.Select(source => source.Check(questionnaire)).OfType<Problem>();

    /// <summary>The reporting cell of a company: what it answered where the design says so, else its place in the frame.</summary>
    public ReportingCell CellOf(ReportingCell frame, Interview interview) =>
        _sources.Aggregate(frame, (cell, source) => source.CodeOf(interview) is { } code ? cell.With(source.Variable, code) : cell);
}
