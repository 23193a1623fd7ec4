namespace Dmk.Maturity.Questionnaires;

/// <summary>Why there is no value.</summary>
public enum MissingReason
{
    /// <summary>Left blank.</summary>
    Unanswered,
    DontKnow,
    Refused,
    NotApplicable,

    /// <summary>Routed past: the question is off the path.</summary>
    NotAsked,
}
