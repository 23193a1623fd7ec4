namespace Dmk.Maturity.Questionnaires;

/// <summary>All that differs between two versions of a questionnaire, each change with what it means for drafts and for results.</summary>
/// <remarks>Expressions are compared in canonical form, limits as numbers; comments, layout and names of code lists are no
/// changes.</remarks>
public sealed class QuestionnaireDiff
{
    private QuestionnaireDiff(Questionnaire before, Questionnaire after, IReadOnlyList<Change> changes) =>
        (Before, After, Changes) = (before, after, changes);

    public Questionnaire Before { get; }

    public Questionnaire After { get; }

    /// <summary>Sections first, then questions, computed values and checks.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>The worst of all changes.</summary>
    public DraftVerdict Drafts => Changes.Select(change => change.Drafts).DefaultIfEmpty().Max();

    /// <summary>The worst of all changes.</summary>
    public SeriesVerdict Series => Changes.Select(change => change.Series).DefaultIfEmpty().Max();

    /// <summary>How far the version number must grow at least: other content is never published under the same number.</summary>
    public VersionStep Step =>
        Before.Hash == After.Hash ? VersionStep.None : Changes.Select(change => change.Kind.Step).DefaultIfEmpty(VersionStep.Patch).Max();

    /// <summary>The lowest number that the later version may have.</summary>
    public VersionNumber LeastVersion => VersionNumber.Parse(Before.Version).Next(Step);

    public static QuestionnaireDiff Of(Questionnaire before, Questionnaire after) =>
        new(
            before,
            after,
            [
                .. before.Id == after.Id
                    ? Array.Empty<Change>()
                    : [new("id", ChangeKind.QuestionnaireChanged, $"The id was '{before.Id}' and is '{after.Id}'.")],
                .. before.Languages.SequenceEqual(after.Languages)
                    ? Array.Empty<Change>()
                    : [new("languages", ChangeKind.TextChanged, $"It was written in {Words(before)} and is written in {Words(after)}.")],
                .. TextChanges.Of("", "title", before.Title, after.Title),
                .. TextChanges.Of("", "intro", before.Intro, after.Intro),
                .. new SectionChanges(before, after).All(),
                .. new QuestionListChanges([.. PlacedQuestion.Of(before)], [.. PlacedQuestion.Of(after)], ReadNames.Of(before)).All(),
                .. RuleChanges.Of(before.Computed, after.Computed),
                .. RuleChanges.Of(before.Checks, after.Checks),
            ]
        );

    /// <summary>What is wrong with the later version's number.</summary>
    /// <param name="file">The name that the problem shows.</param>
    /// <returns>Null when it has grown as far as the changes demand.</returns>
    public Problem? NumberProblem(string file) =>
        VersionNumber.Parse(After.Version).CompareTo(LeastVersion) >= 0
            ? null
            : new(
                new(file, 0, 0),
                "version-too-low",
                $"The version {After.Version} is too low after {Before.Version}: the changes demand {LeastVersion} or higher "
                    + $"({Reason()}). See 'questionnaire diff'."
            );

    private static string Words(Questionnaire questionnaire) =>
        string.Join(" and ", questionnaire.Languages.Select(language => language == Language.German ? "German" : "English"));

    private string Reason() =>
        Changes.FirstOrDefault(change => change.Kind.Step == Step) is { } change
            ? $"{change.Kind} at {change.Where}"
            : "the text of the file is another";
}
