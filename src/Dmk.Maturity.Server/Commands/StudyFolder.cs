using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>The files of a study as an office keeps them: a folder with <c>study.yaml</c>, the questionnaire and index models that it names
/// in the same folder or in a folder beside it.</summary>
internal static class StudyFolder
{
    private const string StudyName = "study.yaml";
    private const string IndexName = "index.yaml";

    /// <exception cref="FaultException">A file is missing, or the study's own file has errors.</exception>
    public static StudyFiles Read(string path, Origin origin)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, StudyName) : path;
        if (!File.Exists(file))
        {
            throw new FaultException(
                Directory.Exists(path)
                    ? $"The folder {path} holds no {StudyName}: it says who is asked and what is reported. docs/studies.md has an example."
                    : $"There is no file or folder {path}."
            );
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var classifications = OrFault(Classifications.Read(QuestionnaireFile.ClassificationsNear(folder)));
        var design = OrFault(StudyDesign.Read(file, classifications));
        return new(Questionnaire(folder, design.Questionnaire), Models(folder, design), design.Source, [], origin);
    }

    /// <summary>The text of an index model that is named by its file or by its folder.</summary>
    /// <exception cref="FaultException">There is no such file, or it cannot be read.</exception>
    public static string Index(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, IndexName) : path;
        return File.Exists(file)
            ? Text(file)
            : throw new FaultException(
                Directory.Exists(path) ? $"The folder {path} holds no {IndexName}." : $"There is no file or folder {path}."
            );
    }

    /// <summary>Index models that the study computes and nobody has written: neither the folder nor one beside it has this id and
    /// version.</summary>
    public static IEnumerable<Problem> MissingModels(string folder, StudyDesign design)
    {
        string[] files = [.. Places(Path.GetFullPath(folder), IndexName)];
        foreach (var (named, written) in design.Indices.Zip(design.IndexPlaces))
        {
            if (!Array.Exists(files, one => IsNamed(one, named)))
            {
                var others = files.Select(VersionIn).Where(one => one?.Id == named.Id).Select(one => one!.Value.Version).ToArray();
                yield return new(
                    written,
                    "index-missing",
                    others.Length > 0
                        ? $"There is no {named}: the version here is {string.Join(", ", others)}. Name that one, or add "
                            + $"the other {IndexName}."
                        : $"There is no index model {named}: neither this folder nor one beside it has an {IndexName} with this id and "
                            + "version. Correct the name, or add it."
                );
            }
        }
    }

    /// <summary>The folder itself, then those beside it.</summary>
    private static IEnumerable<string> Places(string folder, string name) =>
        Directory
            .EnumerateDirectories(Path.GetDirectoryName(folder) ?? folder)
            .Order(StringComparer.Ordinal)
            .Prepend(folder)
            .Distinct()
            .Select(one => Path.Combine(one, name))
            .Where(RegularFile.Exists);

    private static string Questionnaire(string folder, VersionedId named)
    {
        var file =
            Places(folder, QuestionnaireFile.Name).FirstOrDefault(one => Path.GetDirectoryName(one) == folder || IsNamed(one, named))
            ?? throw new FaultException(
                $"The study asks {named}, and neither {folder} nor a folder beside it has that {QuestionnaireFile.Name}."
            );
        return Text(file);
    }

    private static string[] Models(string folder, StudyDesign design) =>
        [
            .. design.Indices.Select(named =>
                Text(
                    Places(folder, IndexName).FirstOrDefault(one => IsNamed(one, named))
                        ?? throw new FaultException(
                            $"The study computes the index model {named}, and neither {folder} nor a folder beside it has an {IndexName} "
                                + "with this id and version."
                        )
                )
            ),
        ];

    /// <summary>By the id and version in its first lines; what is wrong with it otherwise is found where it is published.</summary>
    private static bool IsNamed(string file, VersionedId named) => VersionIn(file) == named;

    private static VersionedId? VersionIn(string file)
    {
        var top = YamlFile.Read(file, []);
        return top?.Optional("id")?.AsString() is { } id && top.Optional("version")?.AsString() is { } version ? new(id, version) : null;
    }

    private static string Text(string file)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(file, problems) ?? throw new FaultException(string.Join(Environment.NewLine, problems));
    }

    private static T OrFault<T>(Parsed<T> reading)
        where T : class =>
        reading.Value
        ?? throw new FaultException(
            string.Join(Environment.NewLine, reading.Problems.Where(problem => problem.Severity == Severity.Error))
        );
}
