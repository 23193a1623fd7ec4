namespace Dmk.Maturity.Questionnaires;

/// <summary>Whether an option asks "please specify".</summary>
public enum Specification
{
    None,

    /// <summary>Words are welcome.</summary>
    Optional,

    /// <summary>Who chooses the option cannot submit without words.</summary>
    Required,
}
