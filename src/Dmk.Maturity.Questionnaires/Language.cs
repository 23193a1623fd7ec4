namespace Dmk.Maturity.Questionnaires;

/// <summary>A language that questionnaires and pages speak.</summary>
public enum Language
{
    German,
    English,
}
