using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("GroupState"), Description("Questions of a section, or of an item of a roster, that stand together, under the company's answers.")]
internal sealed class GroupStateView(Group group, string? item, CompanyResponse response, Language language)
{
    [Id, Description("As in the questionnaire.")]
    public string Id => group.Id;

    [Description("What stands above its questions, with the answers that it quotes; null where nothing does.")]
    public string? Title => group.Title is { } title ? response.Showing.Say(title, item).In(language) : null;

    [Description("Whether it is on the path.")]
    public bool Asked => response.Interview.IsAsked(group, item);

    [Description("The group that it stands in, or null.")]
    public GroupStateView? Outer => group.Outer is { } outer ? new(outer, item, response, language) : null;
}
