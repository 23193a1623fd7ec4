namespace Dmk.Maturity.Statistics;

/// <summary>Weights as near as possible to those before under which given totals are met: Deville and Särndal (1992).</summary>
/// <remarks>Post-stratification is calibration on one set of categories.</remarks>
public static class Calibrating
{
    /// <returns>The same units with the weights that meet the totals, and with variances that know it.</returns>
    /// <exception cref="ArgumentException">No term, a column of another length, or a category with a total and without a unit.</exception>
    /// <exception cref="NotConvergedException">No weights meet the totals.</exception>
    public static SampleDesign Calibrated(this SampleDesign design, IReadOnlyList<CalibrationTerm> terms, CalibrationDistance distance)
    {
        var variables = CalibrationWeights.Checked(terms, design.Units);
        double[] before = [.. design.Weights];
        return design.With(CalibrationWeights.Of(variables, before, distance), new Projection(variables, before));
    }
}
