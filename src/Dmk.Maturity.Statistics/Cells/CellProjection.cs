namespace Dmk.Maturity.Statistics;

/// <summary>What calibration has made certain of an estimate, per cell: the negative fitted values of the regression of its influence on
/// the calibration variables, under the weights before. Respondents outside of the domain have them, too.</summary>
internal sealed class CellProjection
{
    private readonly CalibrationMatrix _variables;
    private readonly double[] _weights;
    private readonly SemidefiniteSystem _system;

    /// <param name="variables">Per cell.</param>
    /// <param name="before">Per cell: the weights of its respondents before the calibration, added up.</param>
    /// <param name="weights">Per cell: that of each of its respondents.</param>
    public CellProjection(CalibrationMatrix variables, double[] before, double[] weights) =>
        (_variables, _weights, _system) = (variables, weights, new(variables.CrossProducts(before)));

    /// <param name="sums">Per cell: the influence, added up over its respondents.</param>
    public double[] Shifts(double[] sums)
    {
        var right = new double[_variables.Columns];
        for (var cell = 0; cell < sums.Length; cell++)
        {
            if (sums[cell] != 0)
            {
                _variables.AddTo(right, cell, _weights[cell] * sums[cell]);
            }
        }

        var coefficients = _system.Solve(right);
        return [.. Enumerable.Range(0, sums.Length).Select(cell => -_variables.Dot(cell, coefficients))];
    }
}
