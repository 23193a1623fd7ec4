using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The one way from a questionnaire's text to something that may be frozen: reader, linter, and what companies can be
/// asked.</summary>
/// <remarks>Checking and publishing both pass it, so that they cannot disagree.</remarks>
public static class PublicationDoor
{
    /// <summary>The same, of a file.</summary>
    public static Parsed<Questionnaire> Read(string path, Classifications classifications, IReadOnlySet<string>? mentioned = null)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(path, problems) is { } yaml ? Questionnaire(yaml, path, classifications, mentioned) : new(null, problems);
    }

    /// <param name="file">The name that problems show.</param>
    /// <param name="mentioned">Ids that other files read.</param>
    /// <returns>No value where there is an error.</returns>
    public static Parsed<Questionnaire> Questionnaire(
        string yaml,
        string file,
        Classifications classifications,
        IReadOnlySet<string>? mentioned = null
    )
    {
        var reading = Linter.Parse(yaml, file, classifications, mentioned);
        if (reading.Value is not { } questionnaire)
        {
            return reading;
        }

        var gaps = FaceGaps.Of(questionnaire).Select(gap => gap.Problem(file)).ToArray();
        return gaps.Length == 0 ? reading : new(null, [.. reading.Problems, .. gaps]);
    }
}
