using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("LandSensitivity"), Description("The rank of a Land over many weightings of the index; 1 is the best.")]
internal sealed class LandSensitivityView(LandSensitivity land, CodeView code)
{
    [Description("The Land.")]
    public CodeView Land => code;

    [Description("Its rank under the weights that were named, among the Länder that are shown.")]
    public int Declared => land.Declared;

    [Description("The middle rank.")]
    public double Median => land.Median;

    [Description("A twentieth of the weightings has this rank or a better one.")]
    public double From => land.From;

    [Description("A twentieth of the weightings has this rank or a worse one.")]
    public double To => land.To;

    [Description("The share of weightings under which it keeps its rank, 0 to 1.")]
    public double Same => land.Same;
}
