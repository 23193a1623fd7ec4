using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;
using Dmk.Maturity.Web;

namespace Dmk.Maturity.Server;

/// <summary>An author's files, read anew when one of them has changed.</summary>
internal sealed class PreviewSource
{
    private readonly string _file;
    private readonly Lock _lock = new();
    private string _stamp = "";
    private PreviewedFiles? _read;

    /// <exception cref="FaultException">The questionnaire cannot be read now; the message lists its problems.</exception>
    public PreviewSource(string file)
    {
        _file = file;
        if (!Read().IsCurrent)
        {
            throw new FaultException(string.Join(Environment.NewLine, Read().Problems.Select(one => one.Problem)));
        }
    }

    /// <summary>Where the made-up company stands: at the first code of each classification.</summary>
    public ReportingCell Frame { get; private set; }

    /// <summary>As the files are now; where they cannot be used, the last that could, with the problems.</summary>
    public PreviewedFiles Read()
    {
        lock (_lock)
        {
            var stamp = Stamp();
            if (_read is not null && stamp == _stamp)
            {
                return _read;
            }

            _stamp = stamp;
            return _read = Now();
        }
    }

    private PreviewedFiles Now()
    {
        var reading = AuthorsFolder.ReadQuestionnaire(_file);
        if (reading.Questionnaire is not { } questionnaire)
        {
            return _read is null
                ? throw new FaultException(string.Join(Environment.NewLine, reading.Problems))
                : _read with
                {
                    IsCurrent = false,
                    Problems = [.. reading.Problems.Select(problem => new PreviewProblem(problem, null))],
                };
        }

        var design = PreviewStudy.Of(questionnaire, reading.Classifications!);
        Frame = PreviewStudy.FrameOf(design);
        var study = new Study(
            design,
            [new StudyVersion(questionnaire, reading.Models) { DraftsCarryOn = true }],
            [],
            Origin.Real,
            StudyPhase.InField
        );
        var places = SectionsByLine(questionnaire);
        return new(study, reading.Models, [.. reading.Problems.Select(problem => new PreviewProblem(problem, SectionOf(problem, places)))])
        {
            IsCurrent = true,
        };
    }

    private string? SectionOf(Problem problem, IReadOnlyList<(int Line, string Id)> sections) =>
        Path.GetFullPath(problem.Place.File) == Path.GetFullPath(_file)
            ? sections.LastOrDefault(section => section.Line <= problem.Place.Line).Id
            : null;

    private List<(int Line, string Id)> SectionsByLine(Questionnaire questionnaire)
    {
        var places = DefinitionPlaces.Of(questionnaire.Source, _file);
        return [.. questionnaire.Sections.Select(section => (places.PositionOf(section.Id).Line, section.Id))];
    }

    private string Stamp() =>
        string.Join(
            '|',
            AuthorsFolder
                .FilesOf(_file)
                .Select(file => new FileInfo(file))
                .Select(file => file.Exists ? $"{file.FullName} {file.LastWriteTimeUtc.Ticks} {file.Length}" : file.FullName)
        );
}
