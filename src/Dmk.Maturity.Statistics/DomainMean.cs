namespace Dmk.Maturity.Statistics;

/// <summary>What to do with a class that has one respondent: see R's survey.lonely.psu.</summary>
public enum LonelyUnit
{
    Adjust,
    Certainty,
    Average,
    Fail,
}

/// <summary>Whose degrees of freedom the interval uses.</summary>
public enum DegreesOfFreedomRule
{
    /// <summary>Respondents minus strata of the design.</summary>
    Design,

    /// <summary>Respondents of the domain minus one.</summary>
    Domain,

    /// <summary>Domain below 30 respondents, design otherwise: what index tables use.</summary>
    DomainBelowThirty,
}

/// <summary>An estimate with its uncertainty. NaN where a value does not exist (a single respondent has no standard error, not zero).</summary>
/// <param name="Respondents">Units of the domain with a value.</param>
/// <param name="EffectiveRespondents">Kish: (sum w)^2 / sum w^2.</param>
/// <param name="Population">Estimated units of the domain with a value: sum w.</param>
/// <param name="Level">Of the interval, 0.95 by default.</param>
public sealed record Estimate(
    double Value,
    double StandardError,
    double Lower,
    double Upper,
    double Level,
    long Respondents,
    double EffectiveRespondents,
    double DesignEffect,
    double DegreesOfFreedom,
    double Population)
{
    /// <summary>Standard error over value, NaN where either is missing or the value is 0.</summary>
    public double CoefficientOfVariation => StandardError / Value;
}

/// <summary>The moments of one (stratum, reporting cell).</summary>
/// <param name="Stratum">Index into the strata of the design.</param>
/// <param name="Cell">Index of the reporting cell, meaningful to the caller.</param>
public sealed record StratumCell(int Stratum, int Cell, CellMoments Moments);

/// <summary>Hájek means of domains with linearised standard errors, from cell moments.</summary>
/// <remarks>See statistics in docs: z = w (y - mean) / W in the domain, 0 outside; stratified by weighting class, with finite population correction. Checked against R survey.</remarks>
public sealed class DomainMeans
{
    /// <param name="cells">Every cell with respondents, those outside of any domain, too: they enter the class sizes.</param>
    public DomainMeans(IReadOnlyList<StratumCell> cells, Weighting weighting, LonelyUnit lonely, DegreesOfFreedomRule degreesOfFreedom, double level = 0.95) =>
        throw new NotImplementedException(cells.Count + weighting.ToString() + lonely + degreesOfFreedom + level);

    /// <summary>One estimate per domain; null for a domain without any respondent who has a value.</summary>
    /// <param name="domainOf">Per reporting cell index: the domain, or -1 for none.</param>
    public IReadOnlyList<Estimate?> Of(int variable, IReadOnlyList<int> domainOf, int domains) =>
        throw new NotImplementedException(nameof(domainOf) + variable + domains + domainOf.Count);
}
