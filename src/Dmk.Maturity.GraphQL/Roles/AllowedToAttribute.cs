namespace Dmk.Maturity.GraphQL;

/// <summary>States who may read a field. What stands below it is reached through it, and may be narrower, never wider.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class AllowedToAttribute(Readers readers) : GraphQLAttribute
{
    private const string Key = "dmk.readers";

    public Readers Readers { get; } = readers;

    public override void Modify(FieldType fieldType, bool isInputType)
    {
        fieldType.Metadata[Key] = Readers;
        if (Readers != Readers.Everybody)
        {
            fieldType.Description = $"{fieldType.Description} Only for {Readers.InWords()}.";
        }
    }

    /// <returns>Null where a field leaves it to the fields above it.</returns>
    public static Readers? Of(FieldType field) => field.GetMetadata(Key, (Readers?)null);
}
