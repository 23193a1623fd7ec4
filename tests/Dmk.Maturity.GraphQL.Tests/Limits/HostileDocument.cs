namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A request that is made to cost.</summary>
/// <param name="Code">By which it is refused; COSTS where any answer will do, if it comes soon.</param>
/// <param name="Variables">As JSON.</param>
public sealed record HostileDocument(string Name, string Code, string Query, string Variables = "{}")
{
    public override string ToString() => Name;
}
