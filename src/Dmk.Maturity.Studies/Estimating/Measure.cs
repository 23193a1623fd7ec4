using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>One statistic of one variable, or of one of its categories.</summary>
internal sealed class Measure
{
    private readonly EstimateRequest _request;
    private readonly double[] _values;
    private readonly double[] _denominators;

    private Measure(EstimateRequest request, string variable, string? category, double[] values, double[] denominators) =>
        (_request, Variable, Category, _values, _denominators) = (request, variable, category, values, denominators);

    public string Variable { get; }

    public string? Category { get; }

    private SampleOptions Options =>
        new(_request.DegreesOfFreedom, _request.Level)
        {
            Scale =
                _request.Statistic is SampleStatistic.Share ? (0, 1)
                : _request.Statistic is SampleStatistic.Mean && Category is null ? _request.Scale
                : null,
        };

    /// <exception cref="DataException">The statistic does not go with what the column holds.</exception>
    public static IEnumerable<Measure> Of(DataFile data, EstimateRequest request, string variable)
    {
        var denominators =
            request.Statistic != SampleStatistic.Ratio ? []
            : request.Denominator is { } below ? data.Numbers(below)
            : throw new DataException("A ratio takes a denominator: --denominator COL.");
        if (data.Column(variable) is DataColumn.Categories categories)
        {
            return request.Statistic is SampleStatistic.Ratio or SampleStatistic.Quantile || request.Threshold is not null
                ? throw new DataException($"The column '{variable}' holds names ('{categories.Names[0]}'), and this takes numbers.")
                : categories
                    .Names.Select((name, place) => (name, place))
                    .OrderBy(one => one.name, StringComparer.Ordinal)
                    .Select(one => new Measure(request, variable, one.name, Is(categories, one.place), denominators));
        }

        var values = data.Numbers(variable);
        return
        [
            new(
                request,
                variable,
                null,
                request.Statistic == SampleStatistic.Share ? Shares(variable, values, request) : values,
                denominators
            ),
        ];
    }

    /// <param name="columns">Null where it cannot be taken: for weights that have been calibrated, and for what is no mean.</param>
    public IReadOnlyList<SampleEstimate?> Estimates(SampleDesign design, int[][] domains, ColumnMeans? columns) =>
        columns?.Of(_values, Options.Scale) ?? Estimates(design, domains);

    private IReadOnlyList<SampleEstimate?> Estimates(SampleDesign design, int[][] domains) =>
        _request.Statistic == SampleStatistic.Quantile
            ? SampleQuantiles.Of(design, domains, _values, _request.Probability, Options)
            : Statistics(design, domains).Estimates;

    /// <summary>NaN where there is no estimate.</summary>
    public IEnumerable<double> Values(SampleDesign design, int[][] domains) =>
        _request.Statistic == SampleStatistic.Quantile
            ? SampleQuantiles.Points(design, domains, _values, _request.Probability)
            : SampleStatistics
                .Points(design, domains, _values, _request.Statistic == SampleStatistic.Ratio ? _denominators : null)
                .Select(one => _request.Statistic == SampleStatistic.Total ? one.Sum : one.Value);

    /// <summary>The same estimate with a variance that was found in another way.</summary>
    public SampleEstimate With(SampleDesign design, SampleEstimate estimate, double variance) =>
        SampleStatistics.WithVariance(design, Options, estimate, variance);

    /// <summary>Null where there are none.</summary>
    public JointEstimates? Covariances(SampleDesign design, int[][] domains)
    {
        if (_request.Statistic == SampleStatistic.Quantile)
        {
            return null;
        }

        var statistics = Statistics(design, domains);
        return new([.. statistics.Estimates.Select(one => one?.Value ?? double.NaN)], statistics.Covariances(), design.DegreesOfFreedom);
    }

    private SampleStatistics Statistics(SampleDesign design, int[][] domains) =>
        _request.Statistic switch
        {
            SampleStatistic.Mean or SampleStatistic.Share => SampleStatistics.Means(design, domains, _values, Options),
            SampleStatistic.Total => SampleStatistics.Totals(design, domains, _values, Options),
            SampleStatistic.Ratio => SampleStatistics.Ratios(design, domains, _values, _denominators, Options),
            SampleStatistic.Quantile or _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static double[] Is(DataColumn.Categories column, int place) =>
        [
            .. column.Codes.Select(code =>
                code < 0 ? double.NaN
                : code == place ? 1.0
                : 0.0
            ),
        ];

    private static double[] Shares(string variable, double[] values, EstimateRequest request)
    {
        if (request.Threshold is { } threshold)
        {
            return
            [
                .. values.Select(value =>
                    double.IsNaN(value) ? double.NaN
                    : value >= threshold ? 1.0
                    : 0.0
                ),
            ];
        }

        var odd = Array.FindIndex(values, value => value is not (0 or 1 or double.NaN));
        return odd < 0
            ? values
            : throw new DataException(
                $"Row {odd + 2}, column {variable}: {values[odd]} is neither 0 nor 1. A share of numbers takes --at-least NUMBER."
            );
    }
}
