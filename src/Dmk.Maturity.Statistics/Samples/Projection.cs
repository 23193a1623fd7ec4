namespace Dmk.Maturity.Statistics;

/// <summary>Takes out of an influence what calibration has made certain: residuals of the regression on the calibration variables, under
/// the weights before calibration.</summary>
internal sealed class Projection
{
    /// <summary>Of a solution of the regression's equations, relative to the values.</summary>
    private const double Rounding = 1e-13;

    private readonly CalibrationMatrix _variables;
    private readonly double[] _before;
    private readonly SemidefiniteSystem _system;

    /// <param name="before">The weights before.</param>
    public Projection(CalibrationMatrix variables, double[] before) =>
        (_variables, _before, _system) = (variables, before, new(variables.CrossProducts(before)));

    /// <summary>Of all units: also those that did not move the estimate have residuals.</summary>
    public Influence Residuals(Influence influence)
    {
        var right = new double[_variables.Columns];
        for (var i = 0; i < influence.Units.Length; i++)
        {
            var unit = influence.Units[i];
            _variables.AddTo(right, unit, _before[unit] * influence.Values[i]);
        }

        var coefficients = _system.Solve(right);
        var residuals = new double[_before.Length];
        for (var unit = 0; unit < residuals.Length; unit++)
        {
            residuals[unit] = -_variables.Dot(unit, coefficients);
        }

        for (var i = 0; i < influence.Units.Length; i++)
        {
            // What the variables explain wholly, as the number of units of a calibrated category, is certain and not almost so.
            ref var residual = ref residuals[influence.Units[i]];
            residual += influence.Values[i];
            residual = Math.Abs(residual) > Rounding * Math.Abs(influence.Values[i]) ? residual : 0;
        }

        return new([.. Enumerable.Range(0, residuals.Length)], residuals);
    }
}
