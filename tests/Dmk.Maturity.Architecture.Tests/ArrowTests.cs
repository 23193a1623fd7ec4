using System.Reflection;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>Which room may look at which: the table of docs/architecture.md, and which package belongs to which room.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        ["Questionnaires"] = [],
        ["Statistics"] = [],
        ["Indices"] = ["Questionnaires"],
        ["Studies"] = ["Indices", "Questionnaires", "Statistics"],
        ["Simulation"] = ["Questionnaires", "Indices", "Studies"],
        ["Storage"] = [],
        ["Grains"] = ["Storage", "Studies", "Indices", "Questionnaires", "Statistics"],
        ["GraphQL"] = ["Grains", "Studies", "Indices", "Questionnaires", "Statistics"],
        ["Web"] = ["Grains", "Studies", "Indices", "Questionnaires", "Statistics"],
        ["Server"] = ["Questionnaires", "Statistics", "Indices", "Studies", "Simulation", "Storage", "Grains", "GraphQL", "Web"],
    };

    /// <summary>A namespace of a library, and the only rooms that may know it.</summary>
    private static readonly Dictionary<string, string[]> _owners = new(StringComparer.Ordinal)
    {
        ["GraphQL"] = ["GraphQL"],
        ["GraphQLParser"] = ["GraphQL"],
        ["Microsoft.EntityFrameworkCore"] = ["Storage"],
        ["Microsoft.Data.Sqlite"] = ["Storage"],
        ["Orleans"] = ["Grains", "GraphQL", "Web", "Server"],
        ["YamlDotNet"] = ["Questionnaires"],
        ["Parlot"] = ["Questionnaires"],
        ["MathNet.Numerics"] = ["Statistics"],
        ["Google.OrTools"] = ["Statistics"],
        ["System.CommandLine"] = ["Server"],
        ["Spectre.Console"] = ["Server"],
        ["Microsoft.AspNetCore"] = ["GraphQL", "Web", "Server"],
    };

    /// <summary>Orleans speaks of its connections in the words of Microsoft.AspNetCore.Connections, and these two close them.</summary>
    private static readonly string[] _closersOfDoors = ["Dmk.Maturity.Grains.ClosedDoors", "Dmk.Maturity.Grains.GrainsRegistration"];

    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_what_its_arrows_allow(string room)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", $"Dmk.Maturity.{room}", $"Dmk.Maturity.{room}.csproj"));
        var references = project
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Dmk.Maturity.".Length..]);

        Assert.True(_allowed.ContainsKey(room), $"{room} is new: add its arrows here and in docs/architecture.md.");
        Assert.Empty(references.Except(_allowed[room], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_is_compiled_against_no_other_room(string room)
    {
        var seen = Load(room)
            .GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("Dmk.Maturity.", StringComparison.Ordinal))
            .Select(name => name["Dmk.Maturity.".Length..]);

        Assert.Empty(seen.Except(_allowed[room], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_arrow_of_the_table_belongs_to_a_room_that_exists() =>
        Assert.Equal(Repository.Rooms, _allowed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_library_is_known_only_to_the_rooms_that_own_it(string room)
    {
        foreach (var (library, owners) in _owners.Where(owned => !owned.Value.Contains(room, StringComparer.Ordinal)))
        {
            var result = Types.InAssembly(Load(room)).ShouldNot().HaveDependencyOn(library).GetResult();

            var knowing = (result.FailingTypeNames ?? []).Where(type =>
                library != "Microsoft.AspNetCore" || !_closersOfDoors.Any(closer => type.StartsWith(closer, StringComparison.Ordinal))
            );
            Assert.True(
                !knowing.Any(),
                $"{room} knows {library}, which belongs to {string.Join(", ", owners)}: {string.Join(", ", knowing)}"
            );
        }
    }

    [Fact]
    public void Arrows_never_form_a_circle()
    {
        var open = _allowed.ToDictionary(
            arrow => arrow.Key,
            arrow => arrow.Value.ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        while (open.FirstOrDefault(arrow => arrow.Value.Count == 0) is { Key: { } free })
        {
            open.Remove(free);
            foreach (var others in open.Values)
            {
                others.Remove(free);
            }
        }

        Assert.Empty(open.Keys);
    }

    private static Assembly Load(string room) => Assembly.Load($"Dmk.Maturity.{room}");
}
