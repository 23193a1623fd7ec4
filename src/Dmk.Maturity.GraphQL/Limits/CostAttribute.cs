namespace Dmk.Maturity.GraphQL;

/// <summary>What computing a field costs beyond handing it over, in fields returned.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class CostAttribute(int points) : GraphQLAttribute
{
    private const string Key = "dmk.cost";

    public int Points { get; } = points;

    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.Metadata[Key] = Points;

    public static int Of(FieldType field) => field.GetMetadata(Key, 0);
}
