namespace Dmk.Maturity.GraphQL;

/// <summary>An enumeration of the domain in the schema, every value described here: the domain's own comments do not reach the
/// schema.</summary>
internal abstract class DescribedEnum<T> : EnumerationGraphType<T>
    where T : struct, Enum
{
    protected DescribedEnum(string name, string description, Func<T, string> describe)
    {
        Name = name;
        Description = description;
        foreach (var value in Values)
        {
            value.Description = describe((T)value.Value!);
        }
    }
}
