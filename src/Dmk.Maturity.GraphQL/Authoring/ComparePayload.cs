using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("ComparedQuestionnaires"), Description("What has changed between two versions of a questionnaire, and what follows from it.")]
internal sealed record ComparePayload
{
    [Description("The earlier version; null where a text has an error.")]
    public VersionView? Before { get; init; }

    [Description("The later version; null where a text has an error.")]
    public VersionView? After { get; init; }

    [Description("What all changes together mean for begun responses.")]
    public DraftVerdict? Drafts { get; init; }

    [Description("What all changes together mean for comparing answers before and after them.")]
    public SeriesVerdict? Series { get; init; }

    [Description("The lowest number that the later version may have, as in 1.1.0.")]
    public string? LeastVersion { get; init; }

    [Description("Whether the number that it has suffices.")]
    public bool? VersionSuffices { get; init; }

    [Description("Every change."), ListSize(50)]
    public IReadOnlyList<ChangeView> Changes { get; init; } = [];

    [Description("Errors in the texts, and a number that is too low."), ListSize(20)]
    public IReadOnlyList<AuthorProblemView> Problems { get; init; } = [];

    internal static ComparePayload Of(QuestionnaireDiff diff, Problem? number) =>
        new()
        {
            Before = Version(diff.Before),
            After = Version(diff.After),
            Drafts = diff.Drafts,
            Series = diff.Series,
            LeastVersion = diff.LeastVersion.ToString(),
            VersionSuffices = number is null,
            Changes = [.. diff.Changes.Select(change => new ChangeView(change))],
            Problems = number is null ? [] : [new(number)],
        };

    private static VersionView Version(Questionnaire one) => new(one.Id, one.Version, one.Hash);
}
