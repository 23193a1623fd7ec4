using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The one way from files to something that may be frozen: readers, linter, whether the files fit
/// together, and whether they may follow what was published.</summary>
/// <remarks>Checking and publishing both pass it, so that they cannot disagree.</remarks>
public sealed class PublicationDoor(Classifications classifications, PublishedBefore before)
{
    private const string QuestionnaireName = "questionnaire.yaml";
    private const string IndexName = "index.yaml";
    private const string StudyName = "study.yaml";

    /// <summary>A questionnaire's file, as far as it can be judged alone.</summary>
    /// <inheritdoc cref="Questionnaire"/>
    public static Parsed<Questionnaire> Read(string path, Classifications classifications, IReadOnlySet<string>? mentioned = null)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(path, problems) is { } yaml ? Questionnaire(yaml, path, classifications, mentioned) : new(null, problems);
    }

    /// <summary>A questionnaire's text, as far as it can be judged alone.</summary>
    /// <param name="file">The name that problems show.</param>
    /// <param name="mentioned">Ids that other files read.</param>
    /// <returns>No value where there is an error.</returns>
    public static Parsed<Questionnaire> Questionnaire(
        string yaml,
        string file,
        Classifications classifications,
        IReadOnlySet<string>? mentioned = null
    ) => Linter.Parse(yaml, file, classifications, mentioned);

    /// <summary>A version without a study.</summary>
    public Parsed<Cleared.Version> Version(string yaml) =>
        Cleared(yaml, questionnaire => VersionRules.Problems(before.Questionnaires, questionnaire), one => new Cleared.Version(one));

    /// <summary>A further version for a study.</summary>
    /// <remarks>The version that it asks already is cleared as well, and changes nothing.</remarks>
    public Parsed<Cleared.Revision> Revision(Study study, string yaml) =>
        Cleared(
            yaml,
            questionnaire =>
                QuestionnaireDiff.Of(study.Questionnaire, questionnaire).Step == VersionStep.None ? [] : Forbids(study, questionnaire),
            questionnaire => new Cleared.Revision(study.Id, questionnaire, QuestionnaireDiff.Of(study.Questionnaire, questionnaire))
        );

    /// <summary>A study with its questionnaire and index models.</summary>
    /// <remarks>One that was published with the same content is cleared as well, and changes nothing.</remarks>
    public Parsed<Cleared.Study> Study(StudyFiles files)
    {
        var questionnaire = Questionnaire(files.Questionnaire, QuestionnaireName, classifications);
        var design = StudyDesign.Parse(files.Study, StudyName, classifications);
        var models = questionnaire.Value is { } read ? files.Indices.Select(yaml => IndexModel.Parse(yaml, IndexName, read)).ToArray() : [];
        Problem[] problems = [.. questionnaire.Problems, .. design.Problems, .. models.SelectMany(model => model.Problems)];
        if (questionnaire.Value is not { } asked || design.Value is not { } designed || HasErrors(problems))
        {
            return new(null, problems);
        }

        IndexModel[] indices = [.. models.Select(model => model.Value!)];
        problems = [.. problems, .. StudyFit.Problems(designed, asked, indices, files.Frame)];
        if (HasErrors(problems))
        {
            return new(null, problems);
        }

        var cleared = new Cleared.Study
        {
            Questionnaire = asked,
            Indices = [.. designed.Indices.Select(wanted => indices.Single(model => VersionedId.Of(model) == wanted))],
            Design = designed,
            Frame = files.Frame,
            Origin = files.Origin,
        };
        problems = [.. problems, .. VersionRules.Problems(before, cleared)];
        return new(HasErrors(problems) ? null : cleared, problems);
    }

    /// <summary>A further index model for a study: it must fit every version that the study has asked.</summary>
    /// <remarks>One that the study has already with the same content is cleared as well, and changes nothing.</remarks>
    public Parsed<Cleared.Index> Index(Study study, string yaml)
    {
        var readings = study.Versions.Select(version => IndexModel.Parse(yaml, IndexName, version.Questionnaire)).ToArray();
        Problem[] problems = [.. readings.SelectMany(reading => reading.Problems).Distinct()];
        if (HasErrors(problems) || readings[^1].Value is not { } model)
        {
            return new(null, problems);
        }

        problems = [.. problems, .. VersionRules.Problems(before, model)];
        return new(HasErrors(problems) ? null : new Cleared.Index(study.Id, model), problems);
    }

    private static bool HasErrors(IEnumerable<Problem> problems) => problems.Any(problem => problem.Severity == Severity.Error);

    private Parsed<T> Cleared<T>(string yaml, Func<Questionnaire, IEnumerable<Problem>> forbids, Func<Questionnaire, T> clear)
        where T : Cleared
    {
        var reading = Questionnaire(yaml, QuestionnaireName, classifications);
        if (reading.Value is not { } questionnaire)
        {
            return new(null, reading.Problems);
        }

        Problem[] problems = [.. reading.Problems, .. forbids(questionnaire)];
        return new(HasErrors(problems) ? null : clear(questionnaire), problems);
    }

    private IEnumerable<Problem> Forbids(Study study, Questionnaire next) =>
        [
            .. VersionRules.Problems(before.Questionnaires, next).Concat(VersionRules.Problems(study, next)).Distinct(),
            .. study.Phase == StudyPhase.Closed
                ? [new(new(StudyName, 0, 0), "study-closed", $"The study {study.Id} is closed; nobody can be asked any more.")]
                : Array.Empty<Problem>(),
        ];
}
