using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.GraphQL;

[Name("ConfidenceInterval"), Description("An interval around an estimate.")]
internal sealed record IntervalView(
    [property: Description("The lower bound.")] double Lower,
    [property: Description("The upper bound.")] double Upper,
    [property: Description("Its confidence, as in 0.95.")] double Level,
    [property: Description("How it was made.")] IntervalMethod Method
);
