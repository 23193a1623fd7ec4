namespace Dmk.Maturity.Web;

/// <summary>What the page of a conflict says above its questions.</summary>
public enum ConflictNote
{
    Nothing,

    /// <summary>Something was to be saved before all was chosen.</summary>
    ChoiceMissing,

    /// <summary>The form had expired: nothing is stored, what was chosen is still there.</summary>
    FormExpired,
}
