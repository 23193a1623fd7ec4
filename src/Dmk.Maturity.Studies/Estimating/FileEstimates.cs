using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Estimates from a data file, as asked for.</summary>
public sealed class FileEstimates
{
    /// <summary>Fewer are there at once.</summary>
    private const int ShownFrom = 10;

    private readonly EstimateRequest _request;
    private readonly DataFile _data;
    private readonly SampleDesign _given;
    private readonly IReadOnlyList<CalibrationTerm> _terms;
    private readonly IReadOnlyList<DataDomain> _domains;

    private FileEstimates(EstimateRequest request, DataFile data)
    {
        (_request, _data) = (request, data);
        var strata = DataStrata.Of(data, request.Strata);
        _given = SampleDesign.Of(Weights(), strata.Of(), strata.Populations(request.Population), LonelyUnit.Adjust);
        _given = strata.Checked(_given, request.Lonely);
        _terms = [.. request.Calibration?.Totals.Select(totals => totals.Term(data)) ?? []];
        Design = request.Calibration is { } wanted ? Calibrated(wanted.Distance) : _given;
        _domains = DataDomain.Of(data, request.By, request.Where);
    }

    /// <summary>With the weights that the estimates use.</summary>
    public SampleDesign Design { get; }

    /// <summary>Per variable, category and domain.</summary>
    public IReadOnlyList<EstimateRow> Rows { get; private set; } = [];

    /// <summary>Per variable, category and pair.</summary>
    public IReadOnlyList<ComparisonRow> Comparisons { get; private set; } = [];

    /// <summary>What is no mistake and should be known, in sentences.</summary>
    public IReadOnlyList<string> Said =>
        [
            .. Design == _given ? Array.Empty<string>() : [WeightReport.Words(_given, Design)],
            .. _domains.Count == 0 ? ["No row is in any domain."] : Array.Empty<string>(),
        ];

    /// <exception cref="DataException">The file or what is wanted of it is at fault.</exception>
    public static FileEstimates Of(
        EstimateRequest request,
        DataFile data,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    )
    {
        try
        {
            var estimates = new FileEstimates(request, data);
            estimates.Work(progress, cancellation);
            return estimates;
        }
        catch (Exception fault) when (fault is ArgumentException or NotConvergedException or LonelyUnitException)
        {
            throw new DataException(fault.Message, fault);
        }
    }

    private SampleDesign Calibrated(CalibrationDistance distance) => _given.Calibrated(_terms, distance);

    private double[] Weights()
    {
        if (_request.Weight is not { } column)
        {
            return [.. Enumerable.Repeat(1.0, _data.Rows)];
        }

        var weights = _data.Numbers(column);
        var wrong = Array.FindIndex(weights, weight => !(weight > 0));
        return wrong < 0
            ? weights
            : throw new DataException(
                double.IsNaN(weights[wrong])
                    ? $"Row {wrong + 2} has no weight ({column}). Leave out who has not answered."
                    : $"Row {wrong + 2}: the weight ({column}) is {weights[wrong]}; weights are above 0."
            );
    }

    private void Work(IProgress<(int Done, int Of)> progress, CancellationToken cancellation)
    {
        var (rows, comparisons) = (new List<EstimateRow>(), new List<ComparisonRow>());
        var measures = _request.Variables.SelectMany(variable => Measure.Of(_data, _request, variable)).ToArray();
        int[][] domains = [.. _domains.Select(domain => domain.Rows)];
        var columns = Columns(domains);
        foreach (var (place, measure) in measures.Index())
        {
            var estimates = measure.Estimates(Design, domains, columns);
            if (_request.Replicates is { } wanted)
            {
                estimates = Replicated(measure, domains, estimates, wanted);
            }

            rows.AddRange(
                _domains.Zip(estimates, (domain, estimate) => new EstimateRow(measure.Variable, measure.Category, domain.Codes, estimate))
            );
            if (_request.ComparesAll || _request.Comparisons.Count > 0)
            {
                comparisons.AddRange(Compared(measure));
            }

            cancellation.ThrowIfCancellationRequested();
            if (measures.Length > ShownFrom)
            {
                progress.Report((place + 1, measures.Length));
            }
        }

        (Rows, Comparisons) = (rows, comparisons);
    }

    /// <summary>The quick way to means of many rows.</summary>
    private ColumnMeans? Columns(int[][] domains)
    {
        if (_request.Calibration is not null || _request.Statistic is not (SampleStatistic.Mean or SampleStatistic.Share))
        {
            return null;
        }

        var domainOf = new int[_data.Rows];
        Array.Fill(domainOf, -1);
        foreach (var (domain, rows) in domains.Index())
        {
            Array.ForEach(rows, row => domainOf[row] = domain);
        }

        return new(Design, domainOf, domains.Length, new(_request.DegreesOfFreedom, _request.Level));
    }

    private IReadOnlyList<SampleEstimate?> Replicated(
        Measure measure,
        int[][] domains,
        IReadOnlyList<SampleEstimate?> estimates,
        ReplicateRequest wanted
    )
    {
        var replicates = wanted.Bootstraps is { } count ? Replicates.Bootstrap(_given, count, wanted.Seed) : Replicates.Jackknife(_given);
        var covariances = replicates.Covariances(
            _given,
            _request.Calibration is { } calibration ? (_terms, calibration.Distance) : null,
            design => [.. measure.Values(design, domains)]
        );
        return
        [
            .. estimates.Select((estimate, place) => estimate is null ? null : measure.With(Design, estimate, covariances[place, place])),
        ];
    }

    private IEnumerable<ComparisonRow> Compared(Measure measure)
    {
        DataDomain[] domains = [.. _domains, DataDomain.Whole(_data, _request.Where)];
        var (one, other) = Pairs(domains);
        if (measure.Covariances(Design, [.. domains.Select(domain => domain.Rows)]) is not { } joint)
        {
            throw new DataException("Quantiles have no covariances, so they cannot be compared.");
        }

        var contrasts = one.Zip(other, (a, b) => Contrasts.Difference(joint, a, b, _request.Level)).ToArray();
        var adjusted = Holm.Of([.. contrasts.Select(contrast => contrast.P)]);
        return contrasts.Select(
            (contrast, place) =>
                new ComparisonRow(
                    measure.Variable,
                    measure.Category,
                    domains[one[place]].Name,
                    domains[other[place]].Name,
                    contrast.Value,
                    contrast.StandardError,
                    contrast.T,
                    contrast.DegreesOfFreedom,
                    contrast.P,
                    adjusted.P[place]
                )
        );
    }

    private (int[] One, int[] Other) Pairs(DataDomain[] domains)
    {
        var named = _request.ComparesAll
            ? [.. Enumerable.Range(0, _domains.Count).SelectMany(a => Enumerable.Range(a + 1, _domains.Count - a - 1), (a, b) => (a, b))]
            : _request.Comparisons.Select(pair => (Place(domains, pair.One), Place(domains, pair.Other))).ToArray();
        return ([.. named.Select(pair => pair.Item1)], [.. named.Select(pair => pair.Item2)]);
    }

    private static int Place(DataDomain[] domains, string name)
    {
        var place = Array.FindIndex(domains, domain => domain.IsCalled(name));
        return place >= 0
            ? place
            : throw new DataException(
                $"There is no domain '{name}' to be compared. There are: {string.Join(", ", domains.Select(domain => domain.Name))}."
            );
    }
}
