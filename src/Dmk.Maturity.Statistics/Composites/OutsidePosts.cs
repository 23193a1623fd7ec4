namespace Dmk.Maturity.Statistics;

/// <summary>What becomes of a value outside of its goalposts.</summary>
public enum OutsidePosts
{
    /// <summary>It counts as the post that it passed.</summary>
    Clamp,

    /// <summary>It counts as missing.</summary>
    Missing,

    /// <summary>It keeps its score below 0 or above the height.</summary>
    Keep,
}
