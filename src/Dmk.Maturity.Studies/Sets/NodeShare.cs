namespace Dmk.Maturity.Studies;

/// <summary>How much of a score is one of the things of which it is made; see <see cref="Dmk.Maturity.Indices.ScoreMakeUp"/>.</summary>
/// <param name="Thing">Its number among those of a family of models.</param>
internal readonly record struct NodeShare(int Thing, double Share);
