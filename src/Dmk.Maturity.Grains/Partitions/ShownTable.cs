namespace Dmk.Maturity.Grains;

/// <summary>Which submissions a table of readers is made from, by Land.</summary>
/// <param name="Histories">The numbers of the histories that count.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownTable")]
internal sealed record ShownTable([property: Id(0)] Dictionary<string, ShownRows> ByLand, [property: Id(1)] int[] Histories)
{
    public ShownPart Of(string land) => new(ByLand.GetValueOrDefault(land, ShownRows.Nothing), Histories);
}
