using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("ReportingVariable"), Description("A variable by which a study reports, as its file declares it.")]
internal sealed class ReportingVariableView(ReportingVariable variable, Language language)
{
    [Id, Description("As in land; unique within the study.")]
    public string Id => variable.Id;

    [Description("The title.")]
    public string Title => variable.Title.In(language);

    [Description("Whether the frame knows it of every company. Otherwise those that did not say stand under notStated.")]
    public bool InFrame => variable.IsInFrame;

    [Id, Description("The finer variable whose codes it groups; null where it groups none.")]
    public string? Groups => variable.Source is VariableSource.Group group ? group.Of.Id : null;

    [Description("Its codes with their names, in their usual order."), ListSize(16)]
    public IEnumerable<CodeView> Codes => variable.PossibleCodes.Select(code => new CodeView(code, variable.LabelOf(code).In(language)));
}
