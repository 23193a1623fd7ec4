namespace Dmk.Maturity.GraphQL;

[Description("A soft check that the company confirms.")]
internal sealed class ConfirmationInput
{
    [Id, Description("The check's id.")]
    public string Check { get; set; } = "";

    [Description("Why the answers are right all the same, where the check asks for it: at most 1000 characters.")]
    public string? Reason { get; set; }
}
