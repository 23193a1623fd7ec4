namespace Dmk.Maturity.GraphQL;

[Name("VariableCodeInput"), Description("A code of a reporting variable.")]
internal sealed class VariableCodeInput
{
    [Id, Description("As in land.")]
    public required string Variable { get; init; }

    [Description("As in SN.")]
    public required string Code { get; init; }
}
