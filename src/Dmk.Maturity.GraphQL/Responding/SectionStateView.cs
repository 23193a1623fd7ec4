using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("SectionState"), Description("A section under the company's answers.")]
internal sealed class SectionStateView(Section section, CompanyResponse response, Language language)
{
    [Id, Description("As in the questionnaire.")]
    public string Id => section.Id;

    [Description("The title.")]
    public string Title => section.Title.In(language);

    [Description("Whether it is on the path.")]
    public bool Asked => response.Interview.IsAsked(section);

    [Description("How much of it has been answered.")]
    public AnsweredView Progress => AnsweredView.Of(response.Interview, section);

    [Description("Its questions, in order."), ListSize(10)]
    public IEnumerable<QuestionStateView> Questions =>
        section.Questions.Select(question => new QuestionStateView(
            question.Id,
            response.Interview.IsAsked(question),
            response.Prefilled[question.Id] is var known and not Answer.Missing && response.State.Answers[question.Id] == known
        ));
}
