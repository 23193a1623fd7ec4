namespace Dmk.Maturity.Questionnaires;

/// <summary>One change between two versions of a questionnaire.</summary>
/// <param name="Where">A path of ids, as in <c>sections.ai/questions.ai_use/options.pilot</c>; what is gone is named by its place in the
/// earlier version.</param>
/// <param name="What">What was changed, in a sentence.</param>
public sealed record Change(string Where, ChangeKind Kind, string What)
{
    public DraftVerdict Drafts => Kind.Drafts;

    public SeriesVerdict Series => Kind.Series;

    /// <summary>What was changed and what follows from it.</summary>
    public string Message => $"{What} {Kind.Consequence}";
}
