namespace Dmk.Maturity.GraphQL;

[Description("From one day to another, both included.")]
internal sealed class PeriodInput
{
    [Description("The first day.")]
    public DateOnly Begin { get; set; }

    [Description("The last day.")]
    public DateOnly End { get; set; }
}
