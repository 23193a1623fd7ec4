namespace Dmk.Maturity.Web;

/// <summary>What the page of a section says above its questions.</summary>
public enum SectionNote
{
    Nothing,

    /// <summary>An answer has brought questions that were not there before.</summary>
    NewQuestions,

    /// <summary>Something in the stored answers does not fit yet.</summary>
    StoredButWrong,

    /// <summary>Some fields could not be read; all others are stored.</summary>
    PartlyStored,

    /// <summary>The form had expired: nothing is stored, everything typed is still there.</summary>
    FormExpired,
}
