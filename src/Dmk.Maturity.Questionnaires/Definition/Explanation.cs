namespace Dmk.Maturity.Questionnaires;

/// <summary>Whether a soft check asks for a reason in words.</summary>
public enum Explanation
{
    /// <summary>A confirmation is enough.</summary>
    None,
    Optional,

    /// <summary>A submission needs a reason that is not blank.</summary>
    Required,
}
