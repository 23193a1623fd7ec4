namespace Dmk.Maturity.Statistics;

/// <summary>How the variance between areas is estimated.</summary>
public enum FayHerriotMethod
{
    /// <summary>Restricted maximum likelihood: the default. Without bias of order 1/m.</summary>
    Reml,

    /// <summary>Maximum likelihood: too small with few areas; the mean squared error takes that into account.</summary>
    Ml,

    /// <summary>The moment equation of Fay and Herriot (1979), solved by iteration.</summary>
    FayHerriot,

    /// <summary>The closed moment estimator of Prasad and Rao (1990).</summary>
    PrasadRao,
}
