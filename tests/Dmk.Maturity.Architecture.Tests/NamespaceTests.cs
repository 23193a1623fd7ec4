using System.Reflection;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>A namespace is a project: folders are order, not names.</summary>
public sealed class NamespaceTests
{
    /// <summary>Beginnings of namespaces that generators choose.</summary>
    private static readonly (string Namespace, string Reason)[] _generated =
    [
        ("OrleansCodeGen.", "Orleans writes serializers and references to grains."),
        ("Dmk.Maturity.Storage.Migrations", "Entity Framework writes migrations."),
        ("System.Text.RegularExpressions.Generated", "The regular expressions that are compiled ahead."),
        ("Microsoft.Extensions.Validation.Embedded", "Attributes that the web library adds to an assembly."),
        ("Microsoft.CodeAnalysis", "Attributes that the compiler adds to an assembly."),
    ];

    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_type_has_the_namespace_of_its_project(string room)
    {
        var assembly = Assembly.Load($"Dmk.Maturity.{room}");

        Assert.Empty(Strays(assembly.GetTypes(), assembly.GetName().Name!));
    }

    [Fact]
    public void A_type_of_another_namespace_is_noticed() =>
        Assert.Equal(
            ["Dmk.Maturity.Architecture.Tests.NamespaceTests"],
            Strays([typeof(NamespaceTests), typeof(Questionnaires.Questionnaire)], "Dmk.Maturity.Questionnaires")
        );

    [Fact]
    public void An_exception_is_still_needed()
    {
        var namespaces = Repository
            .Rooms.SelectMany(room => Assembly.Load($"Dmk.Maturity.{room}").GetTypes())
            .Select(type => type.Namespace);

        Assert.Empty(
            _generated
                .Where(one => !namespaces.Any(name => name?.StartsWith(one.Namespace, StringComparison.Ordinal) == true))
                .Select(one => one.Namespace)
        );
    }

    /// <remarks>What has no namespace was written by the compiler, such as top-level statements and the data of arrays.</remarks>
    private static IEnumerable<string> Strays(IEnumerable<Type> types, string project) =>
        types
            .Where(type =>
                !type.IsNested
                && type.Namespace is { } name
                && name != project
                && !_generated.Any(one => name.StartsWith(one.Namespace, StringComparison.Ordinal))
            )
            .Select(type => type.FullName!);
}
