namespace Dmk.Maturity.Studies;

/// <summary>Whether a company can be set beside its peers.</summary>
public enum BenchmarkState
{
    /// <summary>Only when the field is closed, or an operator shows all results: peers are those of that moment.</summary>
    NotYet,

    /// <summary>Peers are those of the moment when all results were shown first, and do not change.</summary>
    Shown,
}
