using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <param name="item">The roster's item that it is asked about, or null.</param>
[Name("QuestionState"), Description("A question as the company is asked it, under its answers.")]
internal sealed class QuestionStateView(
    Question question,
    Question.Roster? roster,
    string? item,
    CompanyResponse response,
    Language language
)
{
    [Id, Description("As in the questionnaire; within an item of a roster as in sites[k3f9x2].persons.")]
    public string Id => roster is null || item is null ? question.Id : ItemId.Variable(roster.Id, item, question.Id);

    [Description("Whether it is on the path.")]
    public bool Asked => item is null ? response.Interview.IsAsked(question) : response.Interview.IsAsked(question, item);

    [Description("Whether its answer is what the frame gave; the company can correct or clear it.")]
    public bool Prefilled => response.Prefilled[Id] is var known and not Answer.Missing && response.State.Answers[Id] == known;

    [Description("The question as it is asked, with the answers that it quotes.")]
    public string Text => Said(question.Text)!;

    [Description("How to understand it, with the answers that it quotes.")]
    public string? Help => Said(question.Help);

    [Description("Of a number, as shown behind the field.")]
    public string? Unit =>
        question switch
        {
            Question.Numeric number => Said(number.Unit),
            Question.SumGroup sum => Said(sum.Unit),
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };

    [Description("The group that it stands in, or null.")]
    public GroupStateView? Group => question.Group is { } group ? new(group, item, response, language) : null;

    [
        Description("The options that are offered now, in the order that the company sees; none of a code search, see codeSearch."),
        ListSize(10)
    ]
    public IEnumerable<OptionView> Options =>
        question is Question.CodeSearch
            ? []
            : response.Showing.OptionsOf(question, item).Select(option => new OptionView(option, language));

    [Description("The rows of a grid, or the parts of a sum group, that are asked now, in the order that the company sees."), ListSize(8)]
    public IEnumerable<RowView> Rows => response.Showing.RowsOf(question, item).Select(row => new RowView(row, language));

    [Description("What the parts of a sum group add up to now; null where that is not known yet.")]
    public decimal? Total => (question as Question.SumGroup)?.Total.Number(response.Interview, item);

    [Description("Of a roster: the items that the company has listed, in the order in which it added them."), ListSize(10)]
    public IEnumerable<ItemStateView> Items =>
        question is Question.Roster listing
            ? response.Interview.ItemsOf(listing).Select(id => new ItemStateView(listing, id, response, language))
            : [];

    private string? Said(Text? text) => text is null ? null : response.Showing.Say(text, item).In(language);
}
