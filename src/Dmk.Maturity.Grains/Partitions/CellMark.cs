namespace Dmk.Maturity.Grains;

/// <summary>A node of an index model whose scores are shown less far than their respondents.</summary>
/// <param name="Model">The place of the index model in the study.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.LaggingNode")]
internal readonly record struct LaggingNode([property: Id(0)] int Model, [property: Id(1)] int Node, [property: Id(2)] long Mark);

/// <summary>How far one reporting cell of one Land's partition is shown: respondents up to a submission, and the scores of most nodes as
/// far.</summary>
/// <param name="Lagging">The nodes whose scores are not.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.CellMark")]
internal sealed record CellMark([property: Id(0)] long Units, [property: Id(1)] LaggingNode[] Lagging)
{
    public static CellMark Nothing { get; } = new(0, []);

    public bool IsBehind => Lagging.Length > 0;

    public long Node(int model, int node)
    {
        foreach (var held in Lagging)
        {
            if (held.Model == model && held.Node == node)
            {
                return held.Mark;
            }
        }

        return Units;
    }
}
