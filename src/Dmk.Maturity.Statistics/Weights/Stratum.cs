namespace Dmk.Maturity.Statistics;

/// <summary>A design stratum: its place in the dimensions of the design, the units in the frame and the units drawn.</summary>
/// <param name="Codes">One code per dimension of the design, in the order of the design (land, sector, size).</param>
public sealed record Stratum(IReadOnlyList<string> Codes, long Population, long Sampled)
{
    /// <summary>The codes, parted by bars: BW|C|10-49.</summary>
    public override string ToString() => string.Join('|', Codes);
}
