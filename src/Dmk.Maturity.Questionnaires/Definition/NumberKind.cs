namespace Dmk.Maturity.Questionnaires;

/// <summary>What kind of number a question asks for.</summary>
public enum NumberKind
{
    Integer,
    Decimal,
    Percentage,
    Amount,
}
