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
            Intervals = _request.Intervals,
        };

    /// <param name="others">Categories of another wave, which have a share here, too: 0.</param>
    /// <exception cref="DataException">The statistic does not go with what the column holds.</exception>
    public static IEnumerable<Measure> Of(DataFile data, EstimateRequest request, string variable, IReadOnlyList<string> others)
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
                    .Names.Concat(others.Except(categories.Names))
                    .Select((name, place) => (name, place))
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
                request.Statistic switch
                {
                    SampleStatistic.Share => Shares(variable, values, request),
                    SampleStatistic.Mean when request.Scale is { } scale => OnScale(variable, values, scale),
                    SampleStatistic.Mean or SampleStatistic.Total or SampleStatistic.Ratio or SampleStatistic.Quantile => values,
                    _ => throw new System.Diagnostics.UnreachableException(),
                },
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

    /// <summary>Estimates less a number that is the same under all weights; NaN where there is no estimate.</summary>
    public IEnumerable<double> Values(SampleDesign design, int[][] domains) =>
        _request.Statistic == SampleStatistic.Quantile
            ? SampleQuantiles.Points(design, domains, _values, _request.Probability)
            : SampleStatistics
                .Points(design, domains, _values, _request.Statistic == SampleStatistic.Ratio ? _denominators : null)
                .Select(one => _request.Statistic == SampleStatistic.Total ? one.Sum : one.Apart);

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
        return Joint(design, statistics.Estimates, statistics.Covariances());
    }

    /// <summary>A single respondent does not vary, and has no standard error.</summary>
    public static JointEstimates Joint(SampleDesign design, IReadOnlyList<SampleEstimate?> estimates, double[,] covariances)
    {
        for (var domain = 0; domain < estimates.Count; domain++)
        {
            covariances[domain, domain] *=
                estimates[domain] is { StandardError: not double.NaN } known && double.IsFinite(known.Value) ? 1 : double.NaN;
        }

        return WithErrors(design, estimates, covariances);
    }

    /// <summary>Of the cells of a mix, with the respondents of each: a cell of one respondent adds nothing to the variance of the mean over
    /// all cells, as in the linearised variance of any other mean.</summary>
    public (JointEstimates Means, IReadOnlyList<long> Respondents) Cells(SampleDesign design, int[][] cells)
    {
        var statistics = Statistics(design, cells);
        return (
            WithErrors(design, statistics.Estimates, statistics.Covariances()),
            [.. statistics.Estimates.Select(one => one?.Respondents ?? 0)]
        );
    }

    /// <summary>Estimates of the domains, and what each row adds to their errors.</summary>
    public SampleStatistics Linearised(SampleDesign design, int[][] domains) => Statistics(design, domains);

    /// <summary>Whether a row has a value.</summary>
    public bool IsKnown(int row) => !double.IsNaN(_values[row]) && (_denominators.Length == 0 || !double.IsNaN(_denominators[row]));

    /// <summary>Without degrees of freedom there are no errors.</summary>
    private static JointEstimates WithErrors(SampleDesign design, IReadOnlyList<SampleEstimate?> estimates, double[,] covariances)
    {
        double[] values = [.. estimates.Select(one => one is { } known && double.IsFinite(known.Value) ? known.Value : double.NaN)];
        return design.DegreesOfFreedom > 0 ? new(values, covariances, design.DegreesOfFreedom) : JointEstimates.WithoutErrors(values);
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

    private static double[] OnScale(string variable, double[] values, (double From, double To) scale)
    {
        var odd = Array.FindIndex(values, value => value < scale.From || value > scale.To);
        return odd < 0
            ? values
            : throw new DataException(
                $"Row {odd + 2}, column {variable}: {values[odd]} lies outside of the scale from {scale.From} to {scale.To} (--scale)."
            );
    }

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
