using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("LargeWeight"), Description("Respondents whose weight moves a figure.")]
internal sealed class LargeWeightView(LargeWeight one, IReadOnlyList<ReportingVariable> variables, CodeNames names)
{
    [Description("Where they were drawn, in the variables that the frame knows."), ListSize(3)]
    public IEnumerable<CellCodeView> Drawn =>
        variables.Where(variable => variable.IsInFrame).Select(variable => names.OfCell(variable, variable.CodeOf(one.Stratum)));

    [Description("Where they stand now."), ListSize(8)]
    public IEnumerable<CellCodeView> Now => variables.Select(variable => names.OfCell(variable, variable.CodeOf(one.Cell)));

    [Description("How many they are.")]
    public int Respondents => checked((int)one.Respondents);

    [Description("For how many companies each of them stands.")]
    public double Weight => one.Weight;

    [Description("By how many points the index of their Land would move if one of them scored as the Land does.")]
    public double Pull => one.Pull;
}
