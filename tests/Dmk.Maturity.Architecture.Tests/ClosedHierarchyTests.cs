using System.Reflection;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>Alternatives are closed: nobody can add a case elsewhere that a switch does not know.</summary>
public sealed class ClosedHierarchyTests
{
    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Cases_of_an_abstract_record_are_nested_and_sealed(string room)
    {
        var types = Assembly.Load($"Dmk.Maturity.{room}").GetTypes();
        var open = types
            .Where(type => type.IsAbstract && IsRecord(type))
            .SelectMany(closed => types.Where(type => type.BaseType == closed && (!type.IsSealed || type.DeclaringType != closed)))
            .Select(type => type.FullName);

        Assert.Empty(open);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
