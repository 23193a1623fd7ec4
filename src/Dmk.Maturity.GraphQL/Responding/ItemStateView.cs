using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("ItemState"), Description("An item of a roster, under the company's answers.")]
internal sealed class ItemStateView(Question.Roster roster, string item, CompanyResponse response, Language language)
{
    [Id, Description("As listed by the company.")]
    public string Id => item;

    [Description("How it is called, with the answers that this quotes.")]
    public string Label => response.Showing.Say(roster.ItemLabel, item).In(language);

    [Description("What the roster asks for each item, in order."), ListSize(8)]
    public IEnumerable<QuestionStateView> Questions =>
        roster.Questions.Select(question => new QuestionStateView(question, roster, item, response, language));
}
