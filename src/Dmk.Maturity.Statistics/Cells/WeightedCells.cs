using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>The respondents of a survey as cells with their weights: one weight for all respondents of a (stratum, reporting cell).
/// Immutable.</summary>
public sealed class WeightedCells
{
    private readonly double[] _weights;
    private readonly int[] _classOf;
    private readonly long[] _respondentsOfClass;
    private readonly double[] _corrections;

    private WeightedCells(
        IReadOnlyList<StratumCell> cells,
        double[] weights,
        int[] classOf,
        long[] respondentsOfClass,
        double[] corrections
    ) => (Cells, _weights, _classOf, _respondentsOfClass, _corrections) = (cells, weights, classOf, respondentsOfClass, corrections);

    /// <summary>Those with respondents, by weighting class.</summary>
    public IReadOnlyList<StratumCell> Cells { get; }

    /// <summary>Per cell: the weight of each of its respondents.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Per cell: its weighting class among those with respondents, ascending.</summary>
    internal ReadOnlySpan<int> ClassOf => _classOf;

    internal ReadOnlySpan<long> RespondentsOfClass => _respondentsOfClass;

    /// <summary>Per class: 1 - n/N, or 1.</summary>
    internal ReadOnlySpan<double> Corrections => _corrections;

    public int Classes => _corrections.Length;

    public long Respondents => _respondentsOfClass.Sum();

    /// <summary>The calibration that made the weights; null for weights that correct for non-response alone.</summary>
    internal CellProjection? Projection { get; private init; }

    /// <param name="cells">Every cell with respondents, those outside of any domain, too: they enter the class sizes.</param>
    /// <exception cref="ArgumentException">Respondents where the weighting has none, or more than the population.</exception>
    public static WeightedCells Of(
        IReadOnlyList<StratumCell> cells,
        Weighting weighting,
        FinitePopulation finite = FinitePopulation.WithinClasses
    )
    {
        StratumCell[] ordered = [.. cells.Where(cell => cell.Moments.Respondents > 0).OrderBy(cell => weighting.ClassOf[cell.Stratum])];
        var (classOf, respondents, corrections) = (new int[ordered.Length], new List<long>(), new List<double>());
        for (var (place, next) = (0, 0); place < ordered.Length; place = next)
        {
            var (one, sum) = (weighting.ClassOf[ordered[place].Stratum], 0L);
            for (; next < ordered.Length && weighting.ClassOf[ordered[next].Stratum] == one; next++)
            {
                classOf[next] = respondents.Count;
                sum += ordered[next].Moments.Respondents;
            }

            respondents.Add(sum);
            corrections.Add(Correction(weighting.ClassPopulation[one], sum, ordered[place], finite));
        }

        return new(ordered, [.. ordered.Select(cell => Weight(cell, weighting))], classOf, [.. respondents], [.. corrections]);
    }

    /// <summary>The same respondents with weights as near as possible to these under which given totals are met, and with variances that
    /// know it.</summary>
    /// <param name="terms">With one value per cell of <see cref="Cells"/>.</param>
    /// <exception cref="ArgumentException">No term, a column of another length, or a category with a total and without a
    /// respondent.</exception>
    /// <exception cref="NotConvergedException">No weights meet the totals.</exception>
    /// <exception cref="InvalidOperationException">They have been calibrated.</exception>
    public WeightedCells Calibrated(IReadOnlyList<CalibrationTerm> terms, CalibrationDistance distance)
    {
        if (Projection is not null)
        {
            throw new InvalidOperationException("These weights have been calibrated. Calibrate once, to all totals together.");
        }

        var variables = CalibrationWeights.Checked(terms, Cells.Count);
        double[] before = [.. Cells.Select((cell, place) => cell.Moments.Respondents * _weights[place])];
        var after = CalibrationWeights.Of(variables, before, distance);
        return new(
            Cells,
            [.. Cells.Select((cell, place) => after[place] / cell.Moments.Respondents)],
            _classOf,
            _respondentsOfClass,
            _corrections
        )
        {
            Projection = new(variables, before, _weights),
        };
    }

    /// <summary>The same respondents, none with a weight above a multiple of the mean weight; what is cut off goes to the others in
    /// proportion to theirs, so that the sum stays.</summary>
    /// <remarks>As a calibration, where one follows, would undo some of it, its bounds limit it.</remarks>
    /// <param name="most">Above 1.</param>
    public WeightedCells Trimmed(double most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(most, 1);
        var sum = Cells.Select((cell, place) => cell.Moments.Respondents * _weights[place]).Sum();
        var (highest, free, factor) = (most * sum / Respondents, _weights.Select(_ => true).ToArray(), 1.0);
        while (Array.FindIndex(_weights, at => at * factor > highest) is >= 0 && Cut())
        {
            var (held, rest) = (0.0, 0.0);
            for (var place = 0; place < free.Length; place++)
            {
                var respondents = Cells[place].Moments.Respondents;
                (held, rest) = free[place] ? (held, rest + (respondents * _weights[place])) : (held + (respondents * highest), rest);
            }

            factor = (sum - held) / rest;
        }

        return new(
            Cells,
            [.. _weights.Select((weight, place) => free[place] ? weight * factor : highest)],
            _classOf,
            _respondentsOfClass,
            _corrections
        );

        bool Cut()
        {
            var cut = false;
            for (var place = 0; place < free.Length; place++)
            {
                if (free[place] && _weights[place] * factor > highest)
                {
                    (free[place], cut) = (false, true);
                }
            }

            return cut;
        }
    }

    /// <exception cref="LonelyUnitException">A class has a single respondent, and that shall be an error.</exception>
    internal void CheckLonely(LonelyUnit rule)
    {
        for (var index = 0; rule == LonelyUnit.Fail && index < Classes; index++)
        {
            if (_respondentsOfClass[index] == 1 && _corrections[index] > 0)
            {
                throw new LonelyUnitException(Cells[Array.IndexOf(_classOf, index)].Stratum);
            }
        }
    }

    private static double Correction(long population, long respondents, StratumCell cell, FinitePopulation finite) =>
        respondents > population
            ? throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The class of stratum {cell.Stratum} has {respondents} respondents of {population} units."
                )
            )
        : finite == FinitePopulation.None ? 1
        : 1 - ((double)respondents / population);

    private static double Weight(StratumCell cell, Weighting weighting) =>
        weighting.Weights[cell.Stratum] is var weight && double.IsNaN(weight)
            ? throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Stratum {cell.Stratum} has respondents and no weight.")
            )
            : weight;
}
