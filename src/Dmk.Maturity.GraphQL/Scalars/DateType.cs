namespace Dmk.Maturity.GraphQL;

/// <summary>Days as ISO 8601.</summary>
internal sealed class DateType : DateOnlyGraphType
{
    public DateType()
    {
        Name = "Date";
        Description = "A day as in 2027-03-01 (ISO 8601).";
    }
}
