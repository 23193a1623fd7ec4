using System.Text.RegularExpressions;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>A questionnaire that an author works at, with the index models over it: the one beside it and those of the folders
/// beside its own.</summary>
/// <param name="File">The questionnaire's file.</param>
internal sealed partial record AuthorsFolder(string File, Questionnaire Questionnaire, IReadOnlyList<IndexModel> Models)
{
    private const string IndexName = "index.yaml";

    /// <summary>The model beside the questionnaire, or null.</summary>
    public IndexModel? Own { get; private init; }

    /// <exception cref="FaultException">There is no such file, or one of them has mistakes; the message lists them.</exception>
    public static AuthorsFolder Read(string path)
    {
        var file = QuestionnaireFile.At(path);
        var reading = ReadAsFarAsPossible(file);
        return reading.Value
            ?? throw new FaultException(
                string.Join(Environment.NewLine, reading.Problems.Where(problem => problem.Severity == Severity.Error))
            );
    }

    /// <summary>The same with all problems as data.</summary>
    /// <param name="file">The questionnaire's file.</param>
    public static Parsed<AuthorsFolder> ReadAsFarAsPossible(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var classifications = Classifications.Read(QuestionnaireFile.ClassificationsNear(folder));
        if (classifications.Value is null)
        {
            return new(null, classifications.Problems);
        }

        var indices = IndexFiles(folder).Select(one => (File: one, Text: System.IO.File.ReadAllText(one))).ToList();
        var reading = Linter.Read(
            file,
            classifications.Value,
            indices.SelectMany(one => Words(one.Text)).ToHashSet(StringComparer.Ordinal)
        );
        if (reading.Value is not { } questionnaire)
        {
            return new(null, reading.Problems);
        }

        var beside = Path.Combine(folder, IndexName);
        var models = indices
            .Where(one => one.File == beside || IsOver(questionnaire, one.Text))
            .Select(one => IndexModel.Read(one.File, questionnaire))
            .ToList();
        Problem[] problems = [.. classifications.Problems, .. reading.Problems, .. models.SelectMany(model => model.Problems)];
        return new(
            models.TrueForAll(model => model.Value is not null)
                ? new(file, questionnaire, [.. models.Select(model => model.Value!)])
                {
                    Own = indices is [var first, ..] && first.File == beside ? models[0].Value : null,
                }
                : null,
            problems
        );
    }

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
