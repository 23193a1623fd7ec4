namespace Dmk.Maturity.Studies;

/// <summary>A table with what it was made from.</summary>
/// <param name="DataVersion">Grows with the data seen by this audience; the same version, the same figures.</param>
/// <param name="Live">True: every acknowledged submission is in it. False: the shown state, in which a cell changes only after three
/// further respondents.</param>
/// <param name="Versions">Who was asked which version of the questionnaire; of the shown state as it was when each version had last
/// gained nobody or at least the minimum.</param>
public sealed record ProvisionalTable(
    Study Study,
    IndexTable Table,
    long DataVersion,
    bool Live,
    DateTimeOffset ComputedAt,
    VersionMix Versions
);
