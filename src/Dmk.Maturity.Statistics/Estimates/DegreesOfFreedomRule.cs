namespace Dmk.Maturity.Statistics;

/// <summary>Whose degrees of freedom the interval uses.</summary>
public enum DegreesOfFreedomRule
{
    /// <summary>Respondents minus strata of the design: classes with respondents.</summary>
    Design,

    /// <summary>Respondents of the domain minus one; from a file, minus the strata that they are in, as R's <c>degf</c> of a
    /// subset.</summary>
    Domain,

    /// <summary>Domain below 30 respondents, design otherwise: what index tables use.</summary>
    DomainBelowThirty,

    /// <summary>(sum V_g)^2 / sum V_g^2/(n_g - 1) over the strata's contributions to the variance: Satterthwaite (1946).</summary>
    Satterthwaite,
}
