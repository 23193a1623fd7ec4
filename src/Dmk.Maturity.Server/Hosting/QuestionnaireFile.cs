using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>A questionnaire that a command names by its file or by its folder.</summary>
internal static class QuestionnaireFile
{
    public const string Name = "questionnaire.yaml";

    /// <exception cref="FaultException">There is no such file.</exception>
    public static string At(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        return File.Exists(file)
            ? file
            : throw new FaultException(
                Directory.Exists(path) ? $"The folder {path} holds no {Name}." : $"There is no file or folder {path}."
            );
    }

    /// <exception cref="FaultException">There is no such file, or it has mistakes; the message lists them.</exception>
    public static Questionnaire Read(string path)
    {
        var file = At(path);
        return OrFault(Questionnaire.Read(file, ReadClassifications(Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".")));
    }

    /// <summary>Those for the questionnaires of a folder; see <see cref="ClassificationsNear"/>.</summary>
    /// <exception cref="FaultException">There is no such folder, or one of them has mistakes; the message lists them.</exception>
    public static Classifications ReadClassifications(string folder) =>
        Directory.Exists(folder) ? OrFault(Classifications.Read(ClassificationsNear(folder))) : throw new FaultException(NoFolder(folder));

    /// <summary>What is said of a folder of questionnaires that is not there.</summary>
    public static string NoFolder(string folder) =>
        $"There is no folder of questionnaires {Path.GetFullPath(folder)}; name one with --questionnaires.";

    /// <summary>The nearest folder of classifications upwards, else those that come with the program.</summary>
    public static string ClassificationsNear(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var near = Path.Combine(at.FullName, "classifications");
            if (Directory.Exists(near))
            {
                return near;
            }
        }

        return Path.Combine(ServerSettings.DefaultQuestionnaires, "classifications");
    }

    private static T OrFault<T>(Parsed<T> reading)
        where T : class =>
        reading.Value
        ?? throw new FaultException(
            string.Join(Environment.NewLine, reading.Problems.Where(problem => problem.Severity == Severity.Error))
        );
}
