namespace Dmk.Maturity.Studies.Tests;

public sealed class ScoreMakeUpTests
{
    [Fact]
    public void A_mean_is_made_of_the_indicators_that_are_there_by_their_weights()
    {
        var model = AttackedVersion.All[2].Model;
        var lacking = model.Nodes.Single(node => node.Id == "c").Index;

        var made = model.MakeUps(node => node != lacking);

        Assert.Null(made[lacking]);
        Assert.Equal([0.25, 0.75], made[model.Node("b")!.Index]!.Shares.Values.Order());
        Assert.Equal([0.125, 0.25, 0.25, 0.375], made[0]!.Shares.Values.Order());
    }

    [Fact]
    public void Indicators_of_two_versions_are_the_same_where_they_are_defined_alike()
    {
        var (before, after) = (AttackedVersion.All[0].Model.MakeUps(_ => true), AttackedVersion.All[5].Model.MakeUps(_ => true));

        Assert.Equal(
            ["a2"],
            AttackedVersion.All[0].Model.Nodes.Where(node => node.Depth == 2 && !Alike(node.Index)).Select(node => node.Id)
        );

        bool Alike(int node)
        {
            return before[node]!.Shares.Keys.SequenceEqual(after[node]!.Shares.Keys);
        }
    }
}
