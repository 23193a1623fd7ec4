using System.Text.RegularExpressions;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>A questionnaire that an author works at, with the index models over it: the one beside it and those of the folders
/// beside its own.</summary>
/// <param name="File">The questionnaire's file.</param>
internal sealed partial record AuthorsFolder(string File, Questionnaire Questionnaire, IReadOnlyList<IndexModel> Models)
{
    private const string IndexName = "index.yaml";
    private const string TestsName = "tests";

    /// <summary>The model beside the questionnaire, or null.</summary>
    public IndexModel? Own { get; private init; }

    /// <summary>What the author's made-up respondents answer.</summary>
    public TestedForm Form => new(Questionnaire, Models, Own);

    /// <summary>Files of made-up respondents, in the order of their names; none where the folder is not there.</summary>
    public IReadOnlyList<string> TestFiles
    {
        get
        {
            var tests = Path.Combine(Path.GetDirectoryName(File) is { Length: > 0 } at ? at : ".", TestsName);
            return Directory.Exists(tests) ? [.. Directory.EnumerateFiles(tests, "*.yaml").Order(StringComparer.Ordinal)] : [];
        }
    }

    /// <exception cref="FaultException">There is no such file, or one of them has mistakes; the message lists them.</exception>
    public static AuthorsFolder Read(string path)
    {
        var file = QuestionnaireFile.At(path);
        var reading = ReadQuestionnaire(file);
        Problem[] errors = [.. reading.Problems.Where(problem => problem.Severity == Severity.Error)];
        return reading.Questionnaire is { } questionnaire && errors.Length == 0
            ? new(file, questionnaire, reading.Models) { Own = reading.Own }
            : throw new FaultException(string.Join(Environment.NewLine, errors.AsEnumerable()));
    }

    /// <summary>What can be read, with all problems; a model with mistakes is left out.</summary>
    /// <param name="file">The questionnaire's file.</param>
    public static Reading ReadQuestionnaire(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var classifications = Classifications.Read(QuestionnaireFile.ClassificationsNear(folder));
        if (classifications.Value is null)
        {
            return new(null, null, [], null, classifications.Problems);
        }

        var indices = IndexFiles(folder)
            .Select(one => (File: one, Text: RegularFile.HoldsNothing(one) ? "" : System.IO.File.ReadAllText(one)))
            .ToList();
        var mentioned = indices.SelectMany(one => Words(one.Text)).ToHashSet(StringComparer.Ordinal);
        var reading = PublicationDoor.Read(file, classifications.Value, mentioned);
        if (reading.Value is not { } questionnaire)
        {
            return new(null, classifications.Value, [], null, [.. classifications.Problems, .. reading.Problems]);
        }

        var beside = Path.Combine(folder, IndexName);
        var models = indices
            .Where(one => one.File == beside || IsOver(questionnaire, one.Text))
            .Select(one => (one.File, Model: IndexModel.Read(one.File, questionnaire)))
            .ToList();
        return new(
            questionnaire,
            classifications.Value,
            [.. models.Select(one => one.Model.Value).OfType<IndexModel>()],
            models.Where(one => one.File == beside).Select(one => one.Model.Value).FirstOrDefault(),
            [.. classifications.Problems, .. reading.Problems, .. models.SelectMany(one => one.Model.Problems)]
        );
    }

    /// <summary>The files that a questionnaire is read with, those that may come into being included.</summary>
    public static IEnumerable<string> FilesOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return IndexFiles(folder).Append(Path.Combine(folder, IndexName)).Append(file).Distinct();
    }

    /// <summary>What could be read of an author's files.</summary>
    /// <param name="Questionnaire">Null where it has an error.</param>
    /// <param name="Classifications">Null where one of them has an error.</param>
    /// <param name="Own">The model beside the questionnaire.</param>
    internal sealed record Reading(
        Questionnaire? Questionnaire,
        Classifications? Classifications,
        IReadOnlyList<IndexModel> Models,
        IndexModel? Own,
        IReadOnlyList<Problem> Problems
    );

    /// <summary>The one beside the questionnaire first.</summary>
    private static IEnumerable<string> IndexFiles(string folder) =>
        Directory
            .EnumerateDirectories(Path.GetDirectoryName(folder) ?? folder)
            .Where(other => other != folder)
            .Order(StringComparer.Ordinal)
            .Prepend(folder)
            .Select(one => Path.Combine(one, IndexName))
            .Where(System.IO.File.Exists);

    private static bool IsOver(Questionnaire questionnaire, string index) =>
        Reference().Match(index) is { Success: true } named
        && named.Groups[1].Value == questionnaire.Id
        && questionnaire.Version.StartsWith(named.Groups[2].Value + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"^questionnaire:\s*([A-Za-z0-9_-]+)@([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Reference();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
