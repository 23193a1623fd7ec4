namespace Dmk.Maturity.Questionnaires;

/// <summary>How bad a problem is: an error forbids use, a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}
