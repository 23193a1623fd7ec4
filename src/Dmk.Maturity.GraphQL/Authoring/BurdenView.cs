using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Burden"), Description("What one way through a questionnaire costs whoever takes it.")]
internal sealed class BurdenView(Burden burden)
{
    [Description("shortest: what everybody is asked; longest: all questions, one item of each roster; else a made-up respondent's name.")]
    public string Path => burden.Path;

    [Description("Sections that are asked.")]
    public int Pages => burden.Pages;

    [Description("Questions, without notes.")]
    public int Questions => burden.Questions;

    [Description("What is answered one by one: a question, or each of its rows.")]
    public int Answers => burden.Answers;

    [Description("Words that are read.")]
    public int Words => burden.Words;

    [Description("Words / 200 + answers x 5 seconds; what has to be looked up comes on top.")]
    public double Minutes => Math.Round(burden.Minutes, 1);
}
