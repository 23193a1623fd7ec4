using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("DeclaredCondition"), Description("A condition on answers that a study declares.")]
internal sealed class DeclaredConditionView(NamedCondition condition, Language language)
{
    [Id, Description("As a request for a table names it.")]
    public string Id => condition.Id;

    [Description("Of which companies it is true.")]
    public string Title => condition.Title.In(language);

    [Description("The condition, in the language of questionnaires.")]
    public string Where => condition.Where;
}
