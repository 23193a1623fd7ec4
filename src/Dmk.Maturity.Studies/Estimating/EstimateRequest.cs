using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What is to be estimated from a data file.</summary>
public sealed record EstimateRequest
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    public SampleStatistic Statistic { get; init; } = SampleStatistic.Mean;

    /// <summary>Column of the weights; null for equal ones.</summary>
    public string? Weight { get; init; }

    /// <summary>Columns whose combinations are the strata; empty for one stratum.</summary>
    public IReadOnlyList<string> Strata { get; init; } = [];

    /// <summary>Column with the population of each stratum, or its sampling fraction where that is 1 or less; null for none.</summary>
    public string? Population { get; init; }

    /// <summary>Columns whose combinations are the domains; empty for one of all rows.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Of a ratio.</summary>
    public string? Denominator { get; init; }

    /// <summary>Of a quantile: between 0 and 1, both excluded.</summary>
    public double Probability { get; init; } = 0.5;

    /// <summary>A share is that of values at this or above; null where the values are 0 and 1, or names.</summary>
    public double? Threshold { get; init; }

    /// <summary>Only rows in which these columns have these values. The others stay in their strata.</summary>
    public IReadOnlyList<(string Column, string Value)> Where { get; init; } = [];

    /// <summary>Null for weights as they are.</summary>
    public CalibrationRequest? Calibration { get; init; }

    public LonelyUnit Lonely { get; init; } = LonelyUnit.Adjust;

    public DegreesOfFreedomRule DegreesOfFreedom { get; init; } = DegreesOfFreedomRule.Design;

    /// <summary>Between 0 and 1, both excluded.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The ends of the scale on which all values of a mean lie, and that intervals may not leave; null for none. Shares always
    /// lie between 0 and 1.</summary>
    public (double From, double To)? Scale { get; init; }

    /// <summary>Of which variance intervals are made; those of means and shares alone can be adjusted.</summary>
    public IntervalVariance Intervals { get; init; } = IntervalVariance.Linearised;

    /// <summary>Null for linearised standard errors.</summary>
    public ReplicateRequest? Replicates { get; init; }

    /// <summary>Pairs of domains by their names, or <see cref="Everything"/>; empty for none.</summary>
    public IReadOnlyList<(string One, string Other)> Comparisons { get; init; } = [];

    /// <summary>Every pair of domains is compared.</summary>
    public bool ComparesAll { get; init; }

    /// <summary>Null for no ranks.</summary>
    public RankRequest? Ranks { get; init; }

    /// <summary>Null for means as they are.</summary>
    public StandardiseRequest? Standardised { get; init; }

    /// <summary>Columns whose combinations are the cells by which gaps are taken apart (of the pairs, else of each domain to all rows);
    /// empty for no decomposition.</summary>
    public IReadOnlyList<string> Decomposed { get; init; } = [];

    /// <summary>Null for one wave.</summary>
    public WaveRequest? Waves { get; init; }

    /// <summary>In a comparison: all rows.</summary>
    public const string Everything = "all";

    /// <summary>Which columns the file has to have.</summary>
    public IReadOnlyList<WantedColumn> Columns =>
        [
            .. Strata
                .Concat(By)
                .Concat(Where.Select(one => one.Column))
                .Concat(Standardised?.Columns ?? [])
                .Concat(Decomposed)
                .Concat(Waves?.Panel is { } panel ? [panel] : [])
                .Select(name => new WantedColumn(name, ColumnContent.Names)),
            .. Calibration?.Columns ?? [],
            .. new[] { Weight, Population, Denominator }.OfType<string>().Select(name => new WantedColumn(name, ColumnContent.Numbers)),
            .. Variables.Select(name => new WantedColumn(name, ColumnContent.Either)),
        ];
}
