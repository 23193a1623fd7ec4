using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Estimates from a data file, as asked for.</summary>
public sealed class FileEstimates
{
    private readonly EstimateRequest _request;
    private readonly DataFile _data;
    private readonly DataStrata _strata;
    private readonly double[]? _populations;
    private readonly SampleDesign _given;
    private readonly IReadOnlyList<CalibrationTerm> _terms;
    private readonly List<string> _said = [];
    private readonly ReplicatedErrors? _replicated;
    private IReadOnlyList<DataDomain> _domains;
    private Measure[] _measures;
    private PanelCovariances? _panel;

    private FileEstimates(EstimateRequest request, DataFile data)
    {
        (_request, _data) = (request, data);
        _strata = DataStrata.Of(data, request.Strata);
        _populations = _strata.Populations(request.Population);
        _given = SampleDesign.Of(Weights(), _strata.Of(), _populations, LonelyUnit.Adjust);
        _given = _strata.Checked(_given, request.Lonely);
        _terms = [.. request.Calibration?.Totals.Select(totals => totals.Term(data)) ?? []];
        Design = request.Calibration is { } wanted ? Calibrated(wanted.Distance) : _given;
        _replicated = request.Replicates is { } replicates
            ? new(_given, request.Calibration is { } done ? (_terms, done.Distance) : null, replicates)
            : null;
        _domains = DataDomain.Of(data, request.By, request.Where);
        CheckEverything();
        _measures = Measures(null);
        Panel = request.Waves?.Panel is { } column ? new(PanelWave.Names(data, column), Design, _strata.Names, _populations) : null;
    }

    /// <summary>With the weights that the estimates use.</summary>
    public SampleDesign Design { get; }

    /// <summary>Per variable, category and domain.</summary>
    public IReadOnlyList<EstimateRow> Rows { get; private set; } = [];

    /// <summary>Per variable, category and pair.</summary>
    public IReadOnlyList<ComparisonRow> Comparisons { get; private set; } = [];

    /// <summary>Per variable, category and pair.</summary>
    public IReadOnlyList<DecompositionRow> Decompositions { get; private set; } = [];

    /// <summary>What is no mistake and should be known, in sentences.</summary>
    public IReadOnlyList<string> Said =>
        [
            .. Design == _given ? Array.Empty<string>() : [WeightReport.Words(_given, Design)],
            .. _domains.Count == 0 ? ["No row is in any domain."] : Array.Empty<string>(),
            .. _said,
            .. _replicated?.Said ?? [],
            .. _panel?.Said ?? [],
            .. WithoutDesignEffect(),
        ];

    /// <summary>Null without one.</summary>
    private PanelWave? Panel { get; }

    private int[][] DomainRows => [.. _domains.Select(domain => domain.Rows)];

    /// <exception cref="DataException">The file or what is wanted of it is at fault.</exception>
    public static FileEstimates Of(
        EstimateRequest request,
        DataFile data,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    ) => Of(request, data, null, progress, cancellation);

    /// <param name="earlier">The wave before, of the same request; null for none.</param>
    /// <exception cref="DataException">The file or what is wanted of it is at fault.</exception>
    public static FileEstimates Of(
        EstimateRequest request,
        DataFile data,
        FileEstimates? earlier,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    ) =>
        Told(() =>
        {
            var estimates = new FileEstimates(request, data);
            if (earlier is not null)
            {
                estimates.Join(earlier);
                earlier.Join(estimates);
            }

            estimates.Work(earlier, progress, cancellation);
            return estimates;
        });

    /// <summary>Before anything is estimated: what is wrong with the file has been said.</summary>
    /// <exception cref="DataException">The file or what is wanted of it is at fault.</exception>
    public static FileEstimates Prepared(EstimateRequest request, DataFile data) => Told(() => new FileEstimates(request, data));

    /// <summary>A domain may be called as all rows are, as long as nobody asks for these.</summary>
    private void CheckEverything()
    {
        var isAsked =
            _request.Comparisons.Any(pair => pair.One == EstimateRequest.Everything || pair.Other == EstimateRequest.Everything)
            || (_request.Decomposed.Count > 0 && _request.Comparisons.Count == 0);
        if (isAsked && _request.By.Count > 0 && _domains.Any(domain => domain.IsCalled(EstimateRequest.Everything)))
        {
            throw new DataException(
                $"A domain of {string.Join(", ", _request.By)} is coded '{EstimateRequest.Everything}', which stands for all rows here. "
                    + "Give it another code."
            );
        }
    }

    /// <summary>Why there is none though a mean has one.</summary>
    private IEnumerable<string> WithoutDesignEffect()
    {
        var places = Rows.Select(row => row.Estimate)
            .Count(one => one is { StandardError: > 0 } && !double.IsFinite(one.DesignEffect) && one.Population <= one.Respondents);
        return _request.Statistic is SampleStatistic.Ratio or SampleStatistic.Quantile || places == 0
            ? []
            :
            [
                FormattableString.Invariant(
                    $"Estimates without a design effect: {places}. Their weights add up to no more than their rows, "
                )
                    + "so that a simple random sample of as many would be a census, and without error. Give weights that add up to the "
                    + "population to have one.",
            ];
    }

    private static FileEstimates Told(Func<FileEstimates> made)
    {
        try
        {
            return made();
        }
        catch (Exception fault) when (fault is ArgumentException or NotConvergedException or LonelyUnitException)
        {
            throw new DataException(fault.Message, fault);
        }
    }

    /// <summary>Has the domains and categories of the other wave, too.</summary>
    private void Join(FileEstimates other) => (_domains, _measures) = (DataDomain.With(_domains, other._domains), Measures(other._data));

    private Measure[] Measures(DataFile? other) =>
        [.. _request.Variables.SelectMany(variable => Measure.Of(_data, _request, variable, Categories(variable, other)))];

    private IReadOnlyList<string> Categories(string variable, DataFile? other) =>
        (_data.Column(variable), other?.Column(variable)) switch
        {
            (_, null) or (DataColumn.Numbers, DataColumn.Numbers) => [],
            (DataColumn.Categories, DataColumn.Categories names) => names.Names,
            _ => throw new DataException($"The column '{variable}' holds names in one wave, and numbers in the other."),
        };

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

    private void Work(FileEstimates? earlier, IProgress<(int Done, int Of)> progress, CancellationToken cancellation)
    {
        var (rows, comparisons, decompositions) = (new List<EstimateRow>(), new List<ComparisonRow>(), new List<DecompositionRow>());
        var columns = Columns(DomainRows);
        var standardised = Mixes(_request.Standardised?.Columns, _request.Standardised?.Mix);
        var decomposed = Mixes(_request.Decomposed.Count > 0 ? _request.Decomposed : null, null);
        var changes = earlier is null ? null : Changes(earlier, cancellation);
        var compared = new DomainComparisons(_request, Design, _domains, DataDomain.Whole(_data, _request.Where));
        var perMeasure = (standardised is null && decomposed is null ? 1 : _domains.Count + 1) + (_replicated?.Count ?? 0);
        var steps = new Steps(_measures.Length * perMeasure, progress, cancellation);
        for (var place = 0; place < _measures.Length; place++)
        {
            var measure = _measures[place];
            var (estimates, covariances) = Estimated(measure, columns, steps);
            var ranks = _request.Ranks is { } wanted
                ? RankedDomain.Of(Joint(measure, estimates, covariances), wanted, _request.Level)
                : null;
            var changed = changes?.Invoke(place, estimates);
            for (var domain = 0; domain < _domains.Count; domain++)
            {
                rows.Add(
                    new(measure.Variable, measure.Category, _domains[domain].Codes, estimates[domain])
                    {
                        Missing = estimates[domain]?.Missing ?? _domains[domain].Rows.Count(row => !measure.IsKnown(row)),
                        Rank = ranks?[domain],
                        Standardised = Standardised(standardised, measure, _domains[domain], steps),
                        Change = changed?[domain],
                    }
                );
            }

            decompositions.AddRange(decomposed is null ? [] : compared.Gaps().Select(gap => Decomposed(decomposed, measure, gap, steps)));
            if (decomposed is null && (_request.ComparesAll || _request.Comparisons.Count > 0))
            {
                comparisons.AddRange(compared.Of(measure));
            }

            steps.Next();
        }

        (Rows, Comparisons, Decompositions) = (rows, comparisons, decompositions);
    }

    private StandardisedDomain? Standardised(DomainMixes? mixes, Measure measure, DataDomain domain, Steps steps)
    {
        if (mixes is null || _request.Standardised is not { } wanted)
        {
            return null;
        }

        steps.Next();
        return mixes.Standardised(measure, domain.Rows, wanted.EmptyCells);
    }

    private static DecompositionRow Decomposed(DomainMixes mixes, Measure measure, (DataDomain One, DataDomain Other) gap, Steps steps)
    {
        steps.Next();
        var (parts, single) = mixes.Decomposed(measure, gap.One.Rows, gap.Other.Rows);
        return new(measure.Variable, measure.Category, gap.One.Name, gap.Other.Name, parts, single);
    }

    /// <summary>From the place of a measure and its estimates to their changes since the wave before.</summary>
    private Func<int, IReadOnlyList<SampleEstimate?>, IReadOnlyList<DomainChange>> Changes(
        FileEstimates earlier,
        CancellationToken cancellation
    )
    {
        var panel = earlier.Panel is { } before && Panel is { } after ? new PanelCovariances(before, after) : null;
        var changes = new WaveChanges(_request.Waves ?? new(null, 1), panel, _request.Level);
        var columns = earlier.Columns(earlier.DomainRows);
        _panel = panel;
        return (place, estimates) =>
        {
            var (then, now) = (earlier._measures[place], _measures[place]);
            var residuals = new Lazy<(SampleStatistics Before, SampleStatistics After)>(() =>
                (then.Linearised(earlier.Design, earlier.DomainRows), now.Linearised(Design, DomainRows))
            );
            return changes.Of(
                earlier.Estimated(then, columns, Steps.Untold(cancellation)).Estimates,
                estimates,
                domain => (residuals.Value.Before.Residuals(domain), residuals.Value.After.Residuals(domain))
            );
        };
    }

    /// <summary>With covariances, where they come from replicates.</summary>
    private (IReadOnlyList<SampleEstimate?> Estimates, double[,]? Covariances) Estimated(Measure measure, ColumnMeans? columns, Steps steps)
    {
        var estimates = measure.Estimates(Design, DomainRows, columns);
        if (_replicated is not { } replicated)
        {
            return (estimates, null);
        }

        var covariances = replicated.Covariances(measure, _domains, steps.Next, steps.Cancellation);
        return (
            [.. estimates.Select((one, place) => one is null ? null : measure.With(Design, one, covariances[place, place]))],
            covariances
        );
    }

    private JointEstimates Joint(Measure measure, IReadOnlyList<SampleEstimate?> estimates, double[,]? replicated) =>
        replicated is null
            ? measure.Covariances(Design, DomainRows) ?? throw new DataException("Quantiles have no covariances, so they cannot be ranked.")
            : Measure.Joint(Design, estimates, replicated);

    /// <summary>Null where none is wanted.</summary>
    private DomainMixes? Mixes(IReadOnlyList<string>? columns, CalibrationTotals.Margin? mix)
    {
        if (columns is null)
        {
            return null;
        }

        var rows = DataDomain.Whole(_data, _request.Where).Rows;
        var cells = MixCells.Of(_data, columns, rows, mix);
        if (cells.Outside(rows) is > 0 and var outside)
        {
            _said.Add(
                FormattableString.Invariant($"{outside} rows have no {string.Join(" or no ", columns)}: they are in no cell of the mix.")
            );
        }

        return new(Design, cells, rows, _request.Level);
    }

    /// <summary>The quick way to means of many rows.</summary>
    private ColumnMeans? Columns(int[][] domains)
    {
        if (
            _request.Calibration is not null
            || _request.Intervals != IntervalVariance.Linearised
            || _request.Statistic is not (SampleStatistic.Mean or SampleStatistic.Share)
        )
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
}
