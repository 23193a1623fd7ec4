namespace Dmk.Maturity.Grains;

/// <summary>Life of a study.</summary>
public enum StudyPhase
{
    Draft,
    InField,
    Closed,
}
