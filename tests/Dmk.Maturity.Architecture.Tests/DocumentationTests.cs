using System.Reflection;
using System.Xml.Linq;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>Every public type says in one sentence what it is.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_public_type_has_a_summary(string room)
    {
        var assembly = Assembly.Load($"Dmk.Maturity.{room}");
        var documented = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);

        // Cases nested in a closed hierarchy are said by their base; generated types and Razor pages carry no comment of their own.
        var silent = assembly
            .GetExportedTypes()
            .Where(type => !type.IsNested && !IsGenerated(type) && !documented.Contains($"T:{type.FullName}"))
            .Select(type => type.FullName);

        Assert.Empty(silent);
    }

    private static bool IsGenerated(Type type) =>
        type.GetCustomAttributesData()
            .Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) == true
        || type.Namespace?.Contains("Migrations", StringComparison.Ordinal) == true
        || type.Name == "_Imports"
        || type.GetInterface("Microsoft.AspNetCore.Components.IComponent") is not null;
}
