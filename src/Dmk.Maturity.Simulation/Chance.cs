using System.Text;

namespace Dmk.Maturity.Simulation;

/// <summary>A stream of random numbers that belongs to a name: the same seed and name give the same numbers on every machine and in any
/// order of asking.</summary>
/// <remarks>FNV-1a over the name starts a SplitMix64 (Steele, Lea and Flood 2014). Good for made-up companies, not for secrets.</remarks>
public sealed class Chance
{
    private ulong _state;

    public Chance(int seed, params ReadOnlySpan<string> names)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var name in names)
        {
            foreach (var letter in Encoding.UTF8.GetBytes(name))
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            // A separator, so that ("ab", "c") and ("a", "bc") differ.
            hash = (hash ^ 0xFF) * 1099511628211UL;
        }

        _state = hash;
    }

    /// <summary>Uniform, 0 included, 1 not.</summary>
    public double Share() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double probability) => Share() < probability;

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Share());

    /// <summary>One of the numbers from 0 up to the count, which is not included.</summary>
    public int Below(int count) => Math.Min(count - 1, (int)(Share() * count));

    private ulong NextBits()
    {
        var bits = _state += 0x9E3779B97F4A7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }
}
