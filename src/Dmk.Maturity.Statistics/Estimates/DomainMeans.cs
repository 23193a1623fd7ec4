using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Hájek means of domains with linearised standard errors, from cell moments.</summary>
/// <remarks>Mean: sum w y / sum w over the respondents of the domain with a value. Variance by Taylor linearisation (Woodruff 1971;
/// Sarndal, Swensson and Wretman 1992, section 5.8), stratified by
/// weighting class g with finite population correction: V = sum_g (1 - n_g/N_g) n_g/(n_g - 1) sum (z - zbar_g)^2, z = w (y - mean) / W in
/// the domain and 0 outside of it or without a value;
/// n_g and zbar_g run over all respondents of the class. Checked against svymean and svyby of R survey 4.1-1. Cost: two passes over the
/// cells for all domains of a table together, whatever the number of respondents.</remarks>
public sealed class DomainMeans
{
    private readonly Weighting _weighting;
    private readonly LonelyUnit _lonely;
    private readonly DegreesOfFreedomRule _degreesOfFreedom;
    private readonly double _level;
    private readonly StratumCell[][] _cellsOfClass;
    private readonly long[] _respondentsOfClass;

    /// <param name="cells">Every cell with respondents, those outside of any domain, too: they enter the class sizes.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">Respondents where the weighting has none.</exception>
    public DomainMeans(
        IReadOnlyList<StratumCell> cells,
        Weighting weighting,
        LonelyUnit lonely,
        DegreesOfFreedomRule degreesOfFreedom,
        double level = 0.95
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        (_weighting, _lonely, _degreesOfFreedom, _level) = (weighting, lonely, degreesOfFreedom, level);
        _cellsOfClass =
        [
            .. cells
                .Where(cell => cell.Moments.Respondents > 0)
                .GroupBy(cell => weighting.ClassOf[cell.Stratum])
                .OrderBy(one => one.Key)
                .Select(one => one.ToArray()),
        ];
        _respondentsOfClass = [.. _cellsOfClass.Select(one => one.Sum(cell => cell.Moments.Respondents))];
        Check();
    }

    /// <summary>Respondents minus classes with respondents.</summary>
    public long DesignDegreesOfFreedom => _respondentsOfClass.Sum() - _cellsOfClass.Length;

    /// <summary>One estimate per domain; null for a domain without any respondent who has a value.</summary>
    /// <param name="domainOf">Per reporting cell index: the domain, or -1 for none.</param>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    /// <param name="scale">The ends of the scale that no interval may leave, the lower one first; null for t intervals.</param>
    public IReadOnlyList<Estimate?> Of(int variable, IReadOnlyList<int> domainOf, int domains, (double From, double To)? scale = null)
    {
        var totals = Totals(variable, domainOf, domains);
        var variances = Variances(variable, domainOf, totals);
        var quantiles = new TQuantiles(_level);
        return
        [
            .. totals.Select((total, domain) => total.Respondents == 0 ? null : EstimateOf(total, variances[domain], quantiles, scale)),
        ];
    }

    private DomainTotals[] Totals(int variable, IReadOnlyList<int> domainOf, int domains)
    {
        var totals = new DomainTotals[domains];
        foreach (var cell in _cellsOfClass.SelectMany(cells => cells))
        {
            if (domainOf[cell.Cell] >= 0)
            {
                totals[domainOf[cell.Cell]].Add(_weighting.Weights[cell.Stratum], cell.Moments, variable);
            }
        }

        return totals;
    }

    private ClassVariances[] Variances(int variable, IReadOnlyList<int> domainOf, DomainTotals[] totals)
    {
        var variances = new ClassVariances[totals.Length];
        var spreads = new Spread[totals.Length];
        var touched = new List<int>();
        for (var index = 0; index < _cellsOfClass.Length; index++)
        {
            foreach (var cell in _cellsOfClass[index])
            {
                var domain = domainOf[cell.Cell];
                if (domain >= 0 && cell.Moments.Count(variable) > 0)
                {
                    if (spreads[domain].Count == 0)
                    {
                        touched.Add(domain);
                    }

                    AddCell(cell, variable, ref totals[domain], ref spreads[domain]);
                }
            }

            foreach (var domain in touched)
            {
                AddClass(index, ref variances[domain], spreads[domain]);
                spreads[domain] = default;
            }

            touched.Clear();
        }

        return variances;
    }

    /// <summary>The residuals z of a cell are its values, shifted and scaled.</summary>
    private void AddCell(StratumCell cell, int variable, ref DomainTotals total, ref Spread spread)
    {
        var scale = _weighting.Weights[cell.Stratum] / total.Weight;
        var squaredDeviations = cell.Moments.SquaredDeviations(variable);
        var apart = cell.Moments.Mean(variable) - total.Mean;
        var count = cell.Moments.Count(variable);
        total.AddSquares(_weighting.Weights[cell.Stratum] * (squaredDeviations + (count * apart * apart)));
        spread.Add(count, scale * apart, scale * scale * squaredDeviations);
    }

    private void AddClass(int index, ref ClassVariances variance, Spread spread)
    {
        var respondents = _respondentsOfClass[index];
        var correction = 1 - ((double)respondents / PopulationOf(index));
        if (respondents > 1)
        {
            spread.Add(respondents - spread.Count, 0, 0);
            variance.Add(correction * respondents / (respondents - 1) * spread.SquaredDeviations, respondents, correction);
        }
        else if (correction == 0 || _lonely == LonelyUnit.Certainty)
        {
            variance.Add(0, respondents, correction);
        }
        else if (_lonely == LonelyUnit.Adjust)
        {
            variance.Add(correction * spread.Mean * spread.Mean, respondents, correction);
        }
        else if (_lonely == LonelyUnit.Average)
        {
            variance.AddUnknown();
        }
        else
        {
            throw new LonelyUnitException(_cellsOfClass[index][0].Stratum);
        }
    }

    private Estimate EstimateOf(DomainTotals total, ClassVariances variances, TQuantiles quantiles, (double From, double To)? scale)
    {
        var variance = total.Respondents == 1 ? double.NaN : variances.Total;
        var standardError = Math.Sqrt(variance);
        var degreesOfFreedom = _degreesOfFreedom switch
        {
            DegreesOfFreedomRule.Satterthwaite => variances.DegreesOfFreedom,
            DegreesOfFreedomRule.Domain => total.Respondents - 1,
            DegreesOfFreedomRule.DomainBelowThirty when total.Respondents < 30 => total.Respondents - 1,
            DegreesOfFreedomRule.Design or DegreesOfFreedomRule.DomainBelowThirty => DesignDegreesOfFreedom,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var quantile = quantiles.Of(degreesOfFreedom);
        var interval =
            !variances.IsSampled && total.Respondents > 1 ? new Interval(total.Mean, total.Mean, IntervalMethod.Exact)
            : scale is { } ends ? Interval.Bounded(total.Mean, standardError, quantile, ends, total.EffectiveRespondents, _level)
            : Interval.StudentT(total.Mean, standardError, quantile);
        return new Estimate(
            total.Mean,
            standardError,
            interval.Lower,
            interval.Upper,
            _level,
            total.Respondents,
            total.EffectiveRespondents,
            variance / total.SimpleRandomVariance,
            degreesOfFreedom,
            total.Weight
        )
        {
            Method = interval.Method,
        };
    }

    private long PopulationOf(int index) => _weighting.ClassPopulation[_weighting.ClassOf[_cellsOfClass[index][0].Stratum]];

    private void Check()
    {
        for (var index = 0; index < _cellsOfClass.Length; index++)
        {
            if (_respondentsOfClass[index] > PopulationOf(index))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The class of stratum {_cellsOfClass[index][0].Stratum} has {_respondentsOfClass[index]} respondents of "
                            + $"{PopulationOf(index)} units."
                    )
                );
            }

            if (Array.Find(_cellsOfClass[index], cell => double.IsNaN(_weighting.Weights[cell.Stratum])) is { } unweighted)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Stratum {unweighted.Stratum} has respondents and no weight.")
                );
            }
        }
    }
}
