namespace Dmk.Maturity.Studies;

/// <summary>What a study withholds, as its file declares it.</summary>
/// <param name="MinimumRespondents">Of a figure, and of those who enter or leave a shown cell together; 1 shows all, for a census of public
/// bodies.</param>
/// <param name="UnreliableAbove">A coefficient of variation above this marks an estimate as unreliable.</param>
public sealed record ConfidentialityRule(int MinimumRespondents, double UnreliableAbove);
