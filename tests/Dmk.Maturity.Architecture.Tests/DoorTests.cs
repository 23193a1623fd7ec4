using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>There is one door to publication: only what <c>PublicationDoor</c> has cleared is stored as published.</summary>
public class DoorTests
{
    /// <summary>What only one type may call, as compiled.</summary>
    public static TheoryData<string, string, string> Doors =>
        new()
        {
            // Rows of what is published are made of what was cleared ...
            { "Dmk.Maturity.Storage.PublishedQuestionnaire", ".ctor", "Dmk.Maturity.Grains.PublicationRows" },
            { "Dmk.Maturity.Storage.PublishedIndexModel", ".ctor", "Dmk.Maturity.Grains.PublicationRows" },
            { "Dmk.Maturity.Storage.PublishedStudy", ".ctor", "Dmk.Maturity.Grains.PublicationRows" },
            // ... which the door alone does ...
            { "Dmk.Maturity.Studies.Cleared/Version", ".ctor", "Dmk.Maturity.Studies.PublicationDoor" },
            { "Dmk.Maturity.Studies.Cleared/Study", ".ctor", "Dmk.Maturity.Studies.PublicationDoor" },
            { "Dmk.Maturity.Studies.Cleared/Revision", ".ctor", "Dmk.Maturity.Studies.PublicationDoor" },
            // ... and are stored by one service.
            { "Dmk.Maturity.Storage.Publications", "Add", "Dmk.Maturity.Grains.FieldWork" },
            { "Dmk.Maturity.Storage.Publications", "AddVersion", "Dmk.Maturity.Grains.FieldWork" },
        };

    [Theory]
    [MemberData(nameof(Doors))]
    public void Nothing_is_published_but_through_the_door(string type, string method, string only) =>
        Assert.Equal([only], Callers(type, method).Where(caller => !IsStorage(caller) && !IsTheTypeItself(caller, type)).Distinct());

    /// <summary>Storage makes rows when it reads them, and holds no reader of files.</summary>
    private static bool IsStorage(string caller) => caller.StartsWith("Dmk.Maturity.Storage.", StringComparison.Ordinal);

    /// <summary>A record copies itself.</summary>
    private static bool IsTheTypeItself(string caller, string type) => caller == type.Split('/')[0];

    private static IEnumerable<string> Callers(string type, string method) =>
        Repository.Rooms.SelectMany(room => Callers(Assembly.Load($"Dmk.Maturity.{room}").Location, type, method));

    private static string[] Callers(string assembly, string type, string method)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module
                .GetTypes()
                .Where(one =>
                    one.Methods.Where(own => own.HasBody).Any(own => own.Body.Instructions.Any(step => Calls(step, type, method)))
                )
                .Select(one => Outermost(one).FullName),
        ];
    }

    private static bool Calls(Instruction step, string type, string method) =>
        step.Operand is MethodReference called && called.Name == method && called.DeclaringType.FullName == type;

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
