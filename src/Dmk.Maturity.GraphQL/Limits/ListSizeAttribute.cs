namespace Dmk.Maturity.GraphQL;

/// <summary>How many entries a list has, for the cost model: its usual largest number.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class ListSizeAttribute(int entries) : GraphQLAttribute
{
    /// <summary>For a list with as many entries as the table above it has cells.</summary>
    public const int CellsOfTable = -1;

    /// <summary>Where a list states nothing.</summary>
    public const int Unstated = 10;

    private const string Key = "dmk.listSize";

    public int Entries { get; } = entries;

    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.Metadata[Key] = Entries;

    public static int Of(FieldType field) => field.GetMetadata(Key, Unstated);
}
