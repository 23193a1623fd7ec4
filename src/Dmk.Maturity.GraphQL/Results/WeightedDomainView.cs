using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("WeightedDomain"), Description("A part of the population in the frame and among those who answered.")]
internal sealed class WeightedDomainView(WeightedDomain domain, CodeNames names)
{
    [Description("Which part.")]
    public CellCodeView Code => names.OfCell(domain.Variable, domain.Code);

    [Description("Companies of the frame.")]
    public int Frame => checked((int)domain.Frame);

    [Description("Companies for which those stand that have answered, where they stand now.")]
    public double Estimated => domain.Estimated;

    [Description("Companies that have answered.")]
    public int Respondents => checked((int)domain.Respondents);
}
