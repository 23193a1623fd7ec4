namespace Dmk.Maturity.Statistics;

/// <summary>How an interval was made from an estimate and its standard error.</summary>
public enum IntervalMethod
{
    /// <summary>Estimate plus and minus t times the standard error.</summary>
    StudentT,

    /// <summary>The same on the logit of the scale, brought back: no end lies outside of it (svyciprop's xlogit).</summary>
    Logit,

    /// <summary>As <see cref="StudentT"/>, with the adjusted variance of <see cref="IntervalVariance.Adjusted"/>.</summary>
    AdjustedStudentT,

    /// <summary>As <see cref="Logit"/>, likewise.</summary>
    AdjustedLogit,

    /// <summary>Nothing varies in the file: bounds after Clopper and Pearson (1934) for as many units as are effective.</summary>
    ClopperPearson,

    /// <summary>All units of the population are in the file.</summary>
    Exact,

    /// <summary>The quantiles at which the distribution function has the ends of its own interval: Woodruff (1952).</summary>
    Woodruff,

    /// <summary>There is none: a single respondent.</summary>
    None,
}
