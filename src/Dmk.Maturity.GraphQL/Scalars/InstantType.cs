namespace Dmk.Maturity.GraphQL;

/// <summary>Points in time as ISO 8601.</summary>
internal sealed class InstantType : DateTimeOffsetGraphType
{
    public InstantType()
    {
        Name = "DateTime";
        Description = "A point in time as in 2027-03-01T09:30:00+00:00 (ISO 8601).";
    }
}
