using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Small areas of a data file are to be modelled.</summary>
public sealed record SmallAreaRequest
{
    /// <summary>In a model: what every area has.</summary>
    public const string Constant = "(Intercept)";

    /// <summary>Columns whose combinations are the areas, each in one row.</summary>
    public required IReadOnlyList<string> Area { get; init; }

    /// <summary>Column of the direct estimates; an area without one is predicted.</summary>
    public required string Estimate { get; init; }

    /// <summary>Column of their standard errors, above 0; an area without one is predicted.</summary>
    public required string StandardError { get; init; }

    /// <summary>Columns of what is known of every area without the survey; the constant comes before them.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    public FayHerriotMethod Method { get; init; } = FayHerriotMethod.Reml;

    /// <summary>Columns of the group, whose direct total is to come out, and of the population of each area; null for neither.</summary>
    public (string Group, string Population)? Benchmark { get; init; }

    public BenchmarkRule Rule { get; init; } = BenchmarkRule.Ratio;

    /// <summary>Which columns the file has to have.</summary>
    public IReadOnlyList<WantedColumn> Columns =>
        [
            .. Area.Select(name => new WantedColumn(name, ColumnContent.Names)),
            .. Covariates.Prepend(StandardError).Prepend(Estimate).Select(name => new WantedColumn(name, ColumnContent.Numbers)),
            .. Benchmark is { } both
                ? [new(both.Group, ColumnContent.Names), new(both.Population, ColumnContent.Numbers)]
                : Array.Empty<WantedColumn>(),
        ];
}
