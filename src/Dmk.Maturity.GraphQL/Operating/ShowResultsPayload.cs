using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

[Name("ShowResultsPayload"), Description("How far a study is shown to readers other than operators.")]
internal sealed class ShowResultsPayload(ShownProgress progress)
{
    [Description("The number of the state; the same as before when nobody could enter.")]
    public int State => progress.State;

    [Description("Companies that have answered.")]
    public int Answered => checked((int)progress.Answered);

    [Description("Companies in the total.")]
    public int Shown => checked((int)progress.Shown);
}
