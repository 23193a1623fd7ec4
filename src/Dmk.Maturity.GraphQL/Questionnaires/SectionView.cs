using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Section"), Description("A page of the form.")]
internal sealed class SectionView(Section section, Questionnaire questionnaire, Language language)
{
    [Id, Description("Unique within the questionnaire.")]
    public string Id => section.Id;

    [Description("The title.")]
    public string Title => section.Title.In(language);

    [Description("What stands above its questions.")]
    public string? Intro => section.Intro?.In(language);

    [Description("The expression that must be true for the section to be asked; null where it always is.")]
    public string? Routing => section.When?.Source;

    [Description("Its questions, in order."), ListSize(10)]
    public IEnumerable<QuestionView> Questions => section.Questions.Select(question => new QuestionView(question, questionnaire, language));
}
