using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Weights as near as possible to those before under which given totals are met: Deville and Särndal (1992).</summary>
/// <remarks>Newton's method on the dual: sum d F(x'lambda) x = t. Post-stratification is calibration on one set of categories.</remarks>
internal static class CalibrationWeights
{
    private const int MostSteps = 200;
    private const int MostHalvings = 40;
    private const double Close = 1e-13;

    /// <summary>Rounding may keep the last steps from going on; this near is met all the same.</summary>
    private const double CloseEnough = 1e-9;

    /// <exception cref="ArgumentException">A category with a total and without a unit.</exception>
    /// <exception cref="NotConvergedException">No weights meet the totals.</exception>
    public static double[] Of(CalibrationMatrix variables, double[] before, CalibrationDistance distance)
    {
        CheckFilled(variables, before);
        var state = State.At(variables, before, distance, new double[variables.Columns]);
        for (var step = 0; step < MostSteps && state.Gap > Close; step++)
        {
            var direction = new SemidefiniteSystem(variables.CrossProducts(state.Slopes)).Solve(state.Missing);
            var better = Enumerable
                .Range(0, MostHalvings)
                .Select(halving => state.Moved(direction, Math.ScaleB(1, -halving)))
                .FirstOrDefault(next => next.Gap < state.Gap);
            if (better is null)
            {
                break;
            }

            state = better;
        }

        return state.Gap <= CloseEnough ? state.Weights : throw state.NotConverged();
    }

    /// <exception cref="ArgumentException">No term, or a column of another length.</exception>
    public static CalibrationMatrix Checked(IReadOnlyList<CalibrationTerm> terms, int units)
    {
        if (terms.FirstOrDefault(term => term.Units != units) is { } odd)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{odd.Name} has {odd.Units} values for {units} units."),
                nameof(terms)
            );
        }

        return terms.Count > 0 ? new(terms) : throw new ArgumentException("There is no total to be met.", nameof(terms));
    }

    private static void CheckFilled(CalibrationMatrix variables, double[] before)
    {
        var absolute = variables.CrossProducts(before);
        for (var column = 0; column < variables.Columns; column++)
        {
            if (absolute[column, column] == 0 && variables.Totals[column] != 0)
            {
                throw new EmptyCategoryException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{variables.Names[column]} has the total {variables.Totals[column]:R}, and no unit of the file."
                    )
                )
                {
                    Category = variables.Names[column],
                };
            }
        }
    }

    private sealed record State(
        CalibrationMatrix Variables,
        double[] Before,
        CalibrationDistance Distance,
        double[] Multipliers,
        double[] Weights,
        double[] Slopes,
        double[] Missing
    )
    {
        /// <summary>The largest miss, relative to its total or, where that is small, to one unit.</summary>
        public double Gap { get; } = GapOf(Variables.Totals, Missing);

        public static State At(CalibrationMatrix variables, double[] before, CalibrationDistance distance, double[] multipliers)
        {
            var (weights, slopes) = (new double[before.Length], new double[before.Length]);
            var reached = new double[multipliers.Length];
            for (var unit = 0; unit < before.Length; unit++)
            {
                var (factor, slope) = distance.At(variables.Dot(unit, multipliers));
                weights[unit] = before[unit] * factor;
                slopes[unit] = before[unit] * slope;
                variables.AddTo(reached, unit, weights[unit]);
            }

            return new(
                variables,
                before,
                distance,
                multipliers,
                weights,
                slopes,
                [.. variables.Totals.Zip(reached, (total, sum) => total - sum)]
            );
        }

        public State Moved(double[] direction, double length) =>
            At(Variables, Before, Distance, [.. Multipliers.Zip(direction, (at, along) => at + (length * along))]);

        public NotConvergedException NotConverged()
        {
            var worst = Enumerable.Range(0, Missing.Length).MaxBy(at => Miss(Variables.Totals[at], Missing[at]));
            return new(Variables.Names[worst], Variables.Totals[worst], Variables.Totals[worst] - Missing[worst], Distance);
        }

        private static double GapOf(double[] totals, double[] missing) => totals.Zip(missing, Miss).Max();

        /// <summary>Infinite for what is no number, so that no step goes there.</summary>
        private static double Miss(double total, double missing) =>
            double.IsFinite(missing) ? Math.Abs(missing) / Math.Max(1, Math.Abs(total)) : double.PositiveInfinity;
    }
}
