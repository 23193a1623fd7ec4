using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A study as its file declares it: wave, population, weights, reporting, confidentiality. Immutable.</summary>
public sealed class StudyDesign
{
    private readonly string _file;
    private readonly IReadOnlyList<AnsweredVariable> _answered;
    private readonly IReadOnlyList<FrameCheck> _frameChecks;
    private readonly AnsweredNumber? _personsEmployed;

    internal StudyDesign(
        string file,
        IReadOnlyList<AnsweredVariable> answered,
        IReadOnlyList<FrameCheck> frameChecks,
        AnsweredNumber? personsEmployed,
        IReadOnlyList<KeptAnswer> filters
    )
    {
        (_file, _answered, _frameChecks, _personsEmployed) = (file, answered, frameChecks, personsEmployed);
        Filters = filters;
        Kept = personsEmployed is { } persons
            ? [new(persons.Asked, persons.Written), .. filters.Where(filter => filter.Id != persons.Asked)]
            : filters;
    }

    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required int Wave { get; init; }

    /// <summary>The id of the study that is the wave before this one; null where this is the first, or its file names none.</summary>
    public required string? PreviousWave { get; init; }

    public required VersionedId Questionnaire { get; init; }

    public required IReadOnlyList<VersionedId> Indices { get; init; }

    /// <summary>Where each of them is named.</summary>
    public required IReadOnlyList<FilePosition> IndexPlaces { get; init; }

    public required DateOnly FieldFrom { get; init; }

    /// <summary>The last day on which companies can answer.</summary>
    public required DateOnly FieldTo { get; init; }

    public required Population Population { get; init; }

    /// <summary>By what the study can report, in the order of its file; the first is the Land.</summary>
    public required IReadOnlyList<ReportingVariable> Variables { get; init; }

    /// <summary>The tables that readers may ask for, each a set of reporting variables in the study's order; the total needs no
    /// entry.</summary>
    public required IReadOnlyList<IReadOnlyList<ReportingVariable>> Lattice { get; init; }

    public required WeightRule Weights { get; init; }

    public required LonelyUnit Lonely { get; init; }

    public required ConfidentialityRule Confidentiality { get; init; }

    /// <summary>Of which companies readers other than operators get results of their own, in the order of the file.</summary>
    public required IReadOnlyList<NamedCondition> Conditions { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string Source { get; init; }

    public ReportingVariable Land => Variables[0];

    /// <summary>The question or computed value that says how many persons a company employs: the weight of figures per person. Null where
    /// the study declares none.</summary>
    public string? PersonsEmployed => _personsEmployed?.Asked;

    /// <summary>The answers that results can be filtered by, as the file lists them.</summary>
    public IReadOnlyList<KeptAnswer> Filters { get; }

    /// <summary>What is kept of every company beside its scores: the persons it employs where the study declares them, then the
    /// filters.</summary>
    public IReadOnlyList<KeptAnswer> Kept { get; }

    /// <summary>The kept answers of a company, in the order of <see cref="Kept"/>.</summary>
    public KeptValue[] KeptOf(Interview interview) => [.. Kept.Select(answer => answer.ValueOf(interview))];

    /// <returns>Null when the study does not report by it.</returns>
    public ReportingVariable? Variable(string id) => Variables.FirstOrDefault(variable => variable.Id == id);

    /// <summary>What does not fit between this study and the questionnaire that it names: its version, and the questions that say where a
    /// company stands.</summary>
    public IReadOnlyList<Problem> Check(Questionnaire questionnaire) =>
        Questionnaire == new VersionedId(questionnaire.Id, questionnaire.Version)
            ? [.. CheckReporting(questionnaire)]
            :
            [
                new(
                    new(_file, 0, 0),
                    "questionnaire-mismatch",
                    $"The study {Id} asks {Questionnaire}, not {questionnaire.Id}@{questionnaire.Version}."
                ),
            ];

    /// <summary>What does not fit between the questions that say where a company stands and a version of the questionnaire, whatever its
    /// number.</summary>
    public IEnumerable<Problem> CheckReporting(Questionnaire questionnaire)
    {
        Problem[] sources = [.. _answered.SelectMany(source => source.Check(questionnaire, FallbackOf(source)))];
        return
        [
            .. sources,
            .. sources.Length == 0 ? SameSources(questionnaire) : [],
            .. _personsEmployed?.Check(questionnaire) is { } problem ? [problem] : Array.Empty<Problem>(),
            .. Filters.Select(filter => filter.Check(questionnaire)).OfType<Problem>(),
            .. FramePrefill.Check(this, new(_file, 0, 0), questionnaire),
        ];
    }

    private Fallback FallbackOf(AnsweredVariable source) =>
        Variables.First(variable => IsKeptAt(variable, source.Place)).IsInFrame ? Fallback.Frame : Fallback.NotStated;

    /// <summary>Two variables that the same answer decides divide companies nearly alike: a table by one less a table by the other would
    /// tell of a few companies, and the tables could not be protected together.</summary>
    private IEnumerable<Problem> SameSources(Questionnaire questionnaire) =>
        from later in _answered.Index()
        from earlier in _answered.Take(later.Index)
        let shared = later.Item.QuestionsBehind(questionnaire).Intersect(earlier.QuestionsBehind(questionnaire)).FirstOrDefault()
        where shared is not null
        select new Problem(
            later.Item.Written,
            "same-source",
            $"'{shared}' decides where a company stands by '{IdAt(later.Item.Place)}' and by '{IdAt(earlier.Place)}', so that their tables "
                + "would differ by a few companies. Keep one of them, and group its codes with of:."
        );

    private string IdAt(int place) => Variables.First(variable => IsKeptAt(variable, place)).Id;

    private static bool IsKeptAt(ReportingVariable variable, int place) =>
        variable.Source is VariableSource.Cell cell && cell.Place == place;

    /// <summary>The cell of a company in the frame.</summary>
    /// <param name="codes">Of the variables that the frame knows, the Land first, in the study's order.</param>
    /// <exception cref="ArgumentException">Not one code for each.</exception>
    public ReportingCell InFrame(params IReadOnlyList<string> codes)
    {
        var kept = Variables.Where(variable => variable.Source is VariableSource.Cell).ToArray();
        var known = kept.Where(variable => variable.IsInFrame).ToArray();
        if (codes.Count != known.Length)
        {
            throw new ArgumentException(
                $"The frame of {Id} knows {string.Join(", ", known.Select(variable => variable.Id))} of a company, not "
                    + $"{codes.Count} codes.",
                nameof(codes)
            );
        }

        var next = 0;
        var all = kept.Select(variable => variable.IsInFrame ? codes[next++] : ReportingCell.NotStated).ToArray();
        return ReportingCell.Of(all[0], all.AsSpan(1));
    }

    /// <summary>The reporting cell of a company: what it answered where the design says so, else its place in the frame.</summary>
    public ReportingCell CellOf(ReportingCell frame, Interview interview) =>
        _answered.Aggregate(frame, (cell, source) => source.CodeOf(interview) is { } code ? cell.With(source.Place, code) : cell);

    /// <summary>The answers that a company finds in its form before it has given any: what the frame knows and the questionnaire asks to
    /// begin with. They count like any other.</summary>
    public Answers Prefilled(FrameEntry frame, Questionnaire questionnaire) => FramePrefill.Of(this, frame, questionnaire);

    /// <summary>All that is said about a company's answers: the checks of the questionnaire that fired, where its answers and the frame
    /// differ, words without their tick, and that there is nothing to submit.</summary>
    public IReadOnlyList<FiredCheck> Fired(FrameEntry frame, Interview interview)
    {
        FiredCheck[] more =
        [
            .. _frameChecks.Select(check => check.Against(frame.Cell, interview)).OfType<FiredCheck>(),
            .. LooseWords.Of(interview),
            .. EmptyResponse.Of(interview, Prefilled(frame, interview.Questionnaire)),
        ];
        return more.Length == 0 ? interview.Fired : [.. interview.Fired, .. more];
    }

    /// <summary>Tables in their order, whatever the order in which somebody names the variables.</summary>
    /// <returns>Null when a variable is unknown or stands there twice, or the study does not report this table.</returns>
    public IReadOnlyList<ReportingVariable>? Table(IReadOnlyList<string> by)
    {
        var named = by.Select(Variable).OfType<ReportingVariable>().Distinct().OrderBy(variable => variable.Order).ToArray();
        return named.Length < by.Count ? null
            : named.Length == 0 ? []
            : Lattice.FirstOrDefault(table => table.SequenceEqual(named));
    }
}
