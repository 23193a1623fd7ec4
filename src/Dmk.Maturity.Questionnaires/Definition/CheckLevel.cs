namespace Dmk.Maturity.Questionnaires;

/// <summary>What a check does when it fails.</summary>
public enum CheckLevel
{
    /// <summary>Forbids submission.</summary>
    Hard,

    /// <summary>Asks for a confirmation or a reason, which is stored.</summary>
    Soft,
    Info,
}
