namespace Dmk.Maturity.Web;

/// <summary>A column to sort by.</summary>
public enum TableColumn
{
    /// <summary>The order of the classification.</summary>
    Name,
    Estimate,
    StandardError,
    Respondents,
    EffectiveRespondents,
    Variation,
}
