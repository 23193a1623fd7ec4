using System.Reflection;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>No public signature takes a boolean: a reader of <c>Publish(study, true)</c> cannot tell what is true. Take an enumeration, or
/// write two functions.</summary>
public sealed class FlagTests
{
    /// <summary>Parameters that stay, with what keeps them. The list may only shrink.</summary>
    private static readonly Dictionary<string, string> _exceptions = new(StringComparer.Ordinal)
    {
        ["Option.Option(Exclusive)"] = "A property of the option, written by name and left out where it is false.",
        ["Option.Option(Last)"] = "As above.",
        ["Check.Check(UnknownFails)"] = "A property of the check, which is made in one place.",
        ["SumGroup.SumGroup(AllowAllBlank)"] = "A property of the question, which is made in one place.",
        ["Field.Field(Required)"] = "A property of the key, written by name and left out where it is false.",
        ["ResponseState.ResponseState(FieldIsOpen)"] = "A message between servers, whose parts are numbered in their order.",
        ["Accepted.Accepted(Repeated)"] = "As above.",
    };

    public static TheoryData<string> Rooms => [.. Repository.Rooms];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_public_signature_takes_no_boolean(string room) => Assert.Empty(FlagsOf(room).Except(_exceptions.Keys));

    [Fact]
    public void An_exception_is_still_needed() => Assert.Empty(_exceptions.Keys.Except(Repository.Rooms.SelectMany(FlagsOf)));

    [Fact]
    public void A_flag_is_noticed() =>
        Assert.Equal(
            ["Switch.Switch(isOn)", "Switch.Turn(on)", "Switch.Turn(slowly)"],
            Flags(typeof(Switch)).Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> FlagsOf(string room) =>
        Assembly.Load($"Dmk.Maturity.{room}").GetTypes().Where(type => IsWritten(type) && type.IsVisible).SelectMany(Flags);

    private static IEnumerable<string> Flags(Type type) =>
        from member in Members(type)
        from parameter in member.GetParameters()
        where parameter.ParameterType == typeof(bool) || parameter.ParameterType == typeof(bool?)
        select $"{type.Name}.{(member.IsConstructor ? type.Name : member.Name)}({parameter.Name})";

    /// <remarks>Setters take what their property says, operators are written with signs, and what overrides a method of a library has the
    /// parameters of that method.</remarks>
    private static IEnumerable<MethodBase> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetConstructors(Own)
            .Concat<MethodBase>(
                type.GetMethods(Own)
                    .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType!.Assembly == type.Assembly)
            );
    }

    private static bool IsWritten(Type type) =>
        !type.GetCustomAttributesData()
            .Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        && type.Namespace is { } name
        && !name.StartsWith("OrleansCodeGen", StringComparison.Ordinal)
        && !name.EndsWith(".Migrations", StringComparison.Ordinal);

    /// <summary>What the test has to find.</summary>
    private sealed class Switch(bool isOn)
    {
        public bool IsOn { get; set; } = isOn;

        public void Turn(bool on, bool? slowly) => IsOn = on && slowly != true;
    }
}
