namespace Dmk.Maturity.Web;

/// <summary>What the last page says above everything.</summary>
public enum CheckNote
{
    Nothing,

    /// <summary>Nothing was kept, and everything typed is still there.</summary>
    FormExpired,

    /// <summary>Sent after the session had ended: kept, and not submitted.</summary>
    NotSubmittedYet,

    /// <summary>Others have saved since the page was made; nothing was submitted.</summary>
    ChangedMeanwhile,
}
