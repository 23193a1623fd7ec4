namespace Dmk.Maturity.Studies;

/// <summary>What a company is told of its peers: coarse steps only. Made by <see cref="PeerRule"/> alone.</summary>
/// <param name="AtLeast">How many peers, rounded down to tens; the company itself is none of them.</param>
/// <param name="Mean">Between which values the mean of their scores lies: a twentieth of the scale. Each counts once, without
/// weights.</param>
/// <param name="Lower">Of 100 peers so many have a lower score, those with the same one counted half: a fifth. Null where the company has
/// no score, or most peers are so alike that it would tell their scores.</param>
public sealed record PeerFigure(long AtLeast, ScoreBound Mean, PeerPosition? Lower);

/// <summary>A fifth of 100 peers.</summary>
/// <param name="From">As in 40.</param>
/// <param name="To">As in 60.</param>
public sealed record PeerPosition(int From, int To);
