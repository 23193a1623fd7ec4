using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Whether a questionnaire version may follow those that were published.</summary>
internal static class VersionRules
{
    private const string File = "questionnaire.yaml";

    /// <summary>What forbids publishing it at all: other content under its number, or a number that says less than has changed.</summary>
    /// <param name="published">Any questionnaires; those of another id do not matter.</param>
    public static IEnumerable<Problem> Problems(IEnumerable<Questionnaire> published, Questionnaire next)
    {
        var earlier = published.Where(one => one.Id == next.Id).OrderBy(Number).ToArray();
        if (earlier.FirstOrDefault(one => one.Version == next.Version) is { } same)
        {
            return same.Hash == next.Hash ? [] : [Changed(File, $"the questionnaire {next.Id} {next.Version}", "Give it a new version.")];
        }

        if (earlier.LastOrDefault(one => Number(one).Major == Number(next).Major && Number(one).CompareTo(Number(next)) > 0) is { } higher)
        {
            return
            [
                new(
                    new(File, 0, 0),
                    "version-too-low",
                    $"The version {next.Version} is too low: {higher.Version} has been published. Give it a higher number."
                ),
            ];
        }

        return
            earlier.LastOrDefault(one => Number(one).CompareTo(Number(next)) < 0) is { } before
            && QuestionnaireDiff.Of(before, next).NumberProblem(File) is { } problem
            ? [problem]
            : [];
    }

    /// <summary>What forbids asking it in a study that has other versions: it breaks the series, or an index model or the reporting does
    /// not fit it.</summary>
    public static IEnumerable<Problem> Problems(Study study, Questionnaire next)
    {
        if (study.Questionnaire.Id != next.Id)
        {
            return [new(new(File, 0, 0), "questionnaire-mismatch", $"The study {study.Id} asks {study.Questionnaire.Id}, not {next.Id}.")];
        }

        var diff = QuestionnaireDiff.Of(study.Questionnaire, next);
        if (diff.Changes.FirstOrDefault(change => change.Series == SeriesVerdict.Broken) is { } broken)
        {
            return
            [
                new(
                    new(File, 0, 0),
                    "series-break",
                    $"{broken.Where}: {broken.Message} ({broken.Kind}) Answers before and after could not be put into one table. "
                        + $"Leave it as it was in {study.Questionnaire.Version}, or make a new study. See 'questionnaire diff'."
                ),
            ];
        }

        return
        [
            .. diff.NumberProblem(File) is { } tooLow ? [tooLow] : Array.Empty<Problem>(),
            .. study.Design.CheckReporting(next),
            .. ConditionFit.Problems(study.Design, next),
            .. study
                .Indices.Concat(study.Added.SelectMany(one => one.Indices))
                .SelectMany(model =>
                    IndexModel
                        .Parse(model.Source, $"{model.Id} {model.Version}", next)
                        .Problems.Where(problem => problem.Severity == Severity.Error)
                ),
        ];
    }

    /// <summary>What is published does not change: other content needs another version, and a study another id.</summary>
    public static IEnumerable<Problem> Problems(PublishedBefore before, Cleared.Study next)
    {
        var study = before.Studies.FirstOrDefault(one => one.Id == next.Design.Id);
        return
        [
            .. Problems(before.Questionnaires, next.Questionnaire),
            .. next.Indices.SelectMany(model => Problems(before, model)),
            .. study is null || IsSame(study, next)
                ? []
                : (Problem[])
                    [
                        Changed(
                            "study.yaml",
                            $"the study {study.Id}",
                            "Its file, its frame and whether it is synthetic are frozen; give the new one another id."
                        ),
                    ],
        ];
    }

    /// <summary>An index model is of one content under its id and version.</summary>
    public static IEnumerable<Problem> Problems(PublishedBefore before, IndexModel next) =>
        before.IndexModels.GetValueOrDefault(VersionedId.Of(next), next.Hash) == next.Hash
            ? []
            : [Changed("index.yaml", $"the index model {next.Id} {next.Version}", "Give it a new version.")];

    private static bool IsSame(Study before, Cleared.Study next) =>
        before.Design.Hash == next.Design.Hash
        && before.Origin == next.Origin
        && (next.Frame.Count == 0 || before.Frame.SequenceEqual(next.Frame));

    private static Problem Changed(string file, string what, string remedy) =>
        new(new(file, 0, 0), "already-published", $"Other content has been published as {what}. {remedy}");

    private static VersionNumber Number(Questionnaire questionnaire) => VersionNumber.Parse(questionnaire.Version);
}
