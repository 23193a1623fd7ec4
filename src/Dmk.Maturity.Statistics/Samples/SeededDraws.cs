namespace Dmk.Maturity.Statistics;

/// <summary>Random whole numbers that depend on a seed and a stream alone: SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal sealed class SeededDraws
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    public SeededDraws(int seed, int stream) => _state = Mixed(unchecked(((ulong)(uint)seed << 32) | (uint)stream));

    /// <summary>From 0 to below a bound, all equally likely: Lemire (2019).</summary>
    public int Below(int bound)
    {
        var product = Math.BigMul(Next(), (ulong)bound, out var low);
        if (low < (ulong)bound)
        {
            var refused = unchecked(0UL - (ulong)bound) % (ulong)bound;
            while (low < refused)
            {
                product = Math.BigMul(Next(), (ulong)bound, out low);
            }
        }

        return (int)product;
    }

    private ulong Next() => Mixed(_state = unchecked(_state + Step));

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
