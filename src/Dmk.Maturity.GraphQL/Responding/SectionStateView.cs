using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("SectionState"), Description("A section under the company's answers.")]
internal sealed class SectionStateView(Section section, CompanyResponse response, Language language)
{
    [Id, Description("As in the questionnaire.")]
    public string Id => section.Id;

    [Description("The title, with the answers that it quotes.")]
    public string Title => response.Showing.Say(section.Title).In(language);

    [Description("What stands above its questions, with the answers that it quotes.")]
    public string? Intro => section.Intro is { } intro ? response.Showing.Say(intro).In(language) : null;

    [Description("Whether it is on the path.")]
    public bool Asked => response.Interview.IsAsked(section);

    [Description("How much of it has been answered.")]
    public AnsweredView Progress => AnsweredView.Of(response.Interview, section);

    [Description("Its questions, in the order that the company sees, which may be drawn for it."), ListSize(10)]
    public IEnumerable<QuestionStateView> Questions =>
        response.Showing.OrderOf(section).Select(question => new QuestionStateView(question, null, null, response, language));
}
