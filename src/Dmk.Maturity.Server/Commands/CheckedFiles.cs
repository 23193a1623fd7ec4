using System.Text.RegularExpressions;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>An author's files, each read as far as it goes, with all that is wrong with them.</summary>
internal sealed partial class CheckedFiles
{
    private const string QuestionnaireName = QuestionnaireFile.Name;
    private const string IndexName = "index.yaml";
    private const string StudyName = "study.yaml";

    private readonly List<string> _files = [];
    private readonly List<(string File, string Contents)> _contents = [];
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, Questionnaire?> _questionnaires = new(StringComparer.Ordinal);

    /// <summary>Null where one of them has errors: whatever names it could not be told from a mistake.</summary>
    private readonly Classifications? _classifications;

    private CheckedFiles(Parsed<Classifications> classifications)
    {
        _problems.AddRange(classifications.Problems);
        _classifications = classifications.Value;
    }

    /// <summary>In the order in which they were read.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>What each file without errors holds, in words.</summary>
    public IReadOnlyList<(string File, string Contents)> Contents => _contents;

    /// <summary>By file, in the order in which they were read, then by line and column; what a whole file has comes last of it.</summary>
    public IReadOnlyList<Problem> Problems
    {
        get
        {
            var files = _problems.Select(problem => problem.Place.File).Where(file => !_files.Contains(file)).Concat(_files).Distinct();
            var places = files.Index().ToDictionary(one => one.Item, one => one.Index);
            return
            [
                .. _problems
                    .OrderBy(problem => places[problem.Place.File])
                    .ThenBy(problem => problem.Place.Line == 0)
                    .ThenBy(problem => problem.Place.Line)
                    .ThenBy(problem => problem.Place.Column),
            ];
        }
    }

    /// <exception cref="FaultException">There is nothing to check at this path.</exception>
    public static CheckedFiles At(string path)
    {
        var named = File.Exists(path);
        if (!named && !Directory.Exists(path))
        {
            throw new FaultException($"There is no file or folder {path}.");
        }

        var folder = named
            ? Path.GetDirectoryName(path) is { Length: > 0 } above
                ? above
                : "."
            : path;
        var check = new CheckedFiles(Classifications.Read(QuestionnaireFile.ClassificationsNear(folder)));
        if (named && Path.GetFileName(path) is not (QuestionnaireName or IndexName or StudyName))
        {
            check.Folder(folder, path);
        }
        else
        {
            check.Folders(folder);
        }

        return check.Files.Count > 0
            ? check
            : throw new FaultException($"{path} holds no {QuestionnaireName}, {IndexName} or {StudyName}.");
    }

    private void Folders(string folder)
    {
        if (Directory.EnumerateFiles(folder).Any(file => Path.GetFileName(file) is QuestionnaireName or IndexName or StudyName))
        {
            Folder(folder, Path.Combine(folder, QuestionnaireName));
            return;
        }

        foreach (var below in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            Folders(below);
        }
    }

    private void Folder(string folder, string questionnaireFile)
    {
        var index = Path.Combine(folder, IndexName);
        var study = Path.Combine(folder, StudyName);
        if (!File.Exists(questionnaireFile) && Elsewhere(folder, File.Exists(index) ? index : study) is { } other)
        {
            questionnaireFile = other;
        }

        if (_classifications is null)
        {
            foreach (var file in new[] { questionnaireFile, index, study }.Where(File.Exists))
            {
                Unread(file, "a classification that it can use");
            }

            return;
        }

        var questionnaire = Once(questionnaireFile, folder, _classifications);
        if (File.Exists(index) && (questionnaire is not null || Unread(index, "its questionnaire")))
        {
            Note(index, IndexModel.Read(index, questionnaire!), FileContents.Of);
        }

        if (File.Exists(study) && Note(study, StudyDesign.Read(study, _classifications), FileContents.Of) is { } design)
        {
            _problems.AddRange(
                questionnaire is null ? [] : [.. design.Check(questionnaire), .. ConditionFit.Problems(design, questionnaire)]
            );
            _problems.AddRange(StudyFolder.MissingModels(folder, design));
        }
    }

    /// <summary>Several index models may stand over one questionnaire: it is read and counted once.</summary>
    private Questionnaire? Once(string file, string folder, Classifications classifications)
    {
        var path = Path.GetFullPath(file);
        if (!_questionnaires.TryGetValue(path, out var questionnaire))
        {
            questionnaire = Note(file, PublicationDoor.Read(file, classifications, Mentioned(folder)), FileContents.Of);
            _questionnaires.Add(path, questionnaire);
        }

        return questionnaire;
    }

    private T? Note<T>(string file, Parsed<T> reading, Func<T, string> contents)
        where T : class
    {
        _files.Add(file);
        _problems.AddRange(reading.Problems);
        if (reading.Value is { } value)
        {
            _contents.Add((file, contents(value)));
        }

        return reading.Value;
    }

    private bool Unread(string file, string because)
    {
        _files.Add(file);
        _problems.Add(
            new(new(file, 0, 0), "not-checked", $"Not checked, because {because} has errors; mend those first.", Severity.Warning)
        );
        return false;
    }

    /// <summary>Words of the index models and studies here and in the folders beside this one: what they name is read by them.</summary>
    private static HashSet<string> Mentioned(string folder) =>
        Directory
            .EnumerateDirectories(Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder)
            .Append(folder)
            .SelectMany(one => new[] { Path.Combine(one, IndexName), Path.Combine(one, StudyName) })
            .Where(RegularFile.Exists)
            .SelectMany(file => Name().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>An index model over another folder's questionnaire names it: <c>questionnaire: pilotstudie-wirtschaft@1</c>.</summary>
    private static string? Elsewhere(string folder, string file)
    {
        var named = QuestionnaireReference().Match(RegularFile.HoldsNothing(file) ? "" : File.ReadAllText(file));
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } above
            ? above
            : Path.Combine(folder, "..");
        var other = Path.Combine(parent, named.Groups[1].Value, QuestionnaireName);
        return named.Success && File.Exists(other) ? other : null;
    }

    [GeneratedRegex("[A-Za-z][A-Za-z0-9_]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"^questionnaire:\s*([A-Za-z0-9_-]+)@", RegexOptions.Multiline)]
    private static partial Regex QuestionnaireReference();
}
