namespace Dmk.Maturity.Web;

/// <summary>What the page of the code says above its field, or offers below it.</summary>
public enum EntryNote
{
    Nothing,

    SessionEnded,

    /// <summary>The code opens another questionnaire than the one that the kept form belongs to.</summary>
    OtherQuestionnaire,

    /// <summary>The start page was asked for, and what is kept would be lost.</summary>
    AskedForHome,
}
