namespace Dmk.Maturity.Studies;

/// <summary>Life of a study.</summary>
public enum StudyPhase
{
    Draft,
    InField,
    Closed,
}
