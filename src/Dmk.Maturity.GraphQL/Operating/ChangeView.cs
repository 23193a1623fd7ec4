using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Change"), Description("A change between two versions of a questionnaire.")]
internal sealed class ChangeView(Change change)
{
    [Description("A path of ids, as in sections.ai/questions.ai_use/options.pilot.")]
    public string Where => change.Where;

    [Description("Stable, as in option-added.")]
    public string Kind => change.Kind.Code;

    [Description("What it means for begun responses.")]
    public DraftVerdict Drafts => change.Drafts;

    [Description("What it means for comparing answers before and after it.")]
    public SeriesVerdict Series => change.Series;

    [Description("What was changed, and what follows from it.")]
    public string Message => change.Message;
}
