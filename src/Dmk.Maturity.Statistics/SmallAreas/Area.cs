namespace Dmk.Maturity.Statistics;

/// <summary>An area or cell before it is modelled.</summary>
/// <param name="Name">As in the table, such as "BW|C".</param>
/// <param name="Direct">Its estimate from its own respondents; NaN where there is none.</param>
/// <param name="SamplingVariance">Of the direct estimate, above 0 and taken as known; NaN where there is none: then the area is only
/// predicted.</param>
/// <param name="Auxiliaries">What is known of the area without the survey, one number per auxiliary, a constant of 1 included where the
/// model has one.</param>
public sealed record Area(string Name, double Direct, double SamplingVariance, IReadOnlyList<double> Auxiliaries)
{
    /// <summary>Has a direct estimate with its variance, and so takes part in the model.</summary>
    public bool IsDirect => !double.IsNaN(Direct) && !double.IsNaN(SamplingVariance);
}
