namespace Dmk.Maturity.Statistics;

/// <summary>How a deficient class finds its neighbour: see <see cref="CollapseStep"/>.</summary>
public enum CollapseKind
{
    Adjoining,
    Cyclic,
}
