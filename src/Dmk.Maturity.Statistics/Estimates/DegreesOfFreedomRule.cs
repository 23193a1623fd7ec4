namespace Dmk.Maturity.Statistics;

/// <summary>Whose degrees of freedom the interval uses.</summary>
public enum DegreesOfFreedomRule
{
    /// <summary>Respondents minus strata of the design: classes with respondents.</summary>
    Design,

    /// <summary>Respondents of the domain minus one.</summary>
    Domain,

    /// <summary>Domain below 30 respondents, design otherwise: what index tables use.</summary>
    DomainBelowThirty,
}
