namespace Dmk.Maturity.GraphQL;

[Name("Period"), Description("From one day to another, both included.")]
internal sealed record PeriodView(
    [property: Description("The first day.")] DateOnly Begin,
    [property: Description("The last day.")] DateOnly End
);
