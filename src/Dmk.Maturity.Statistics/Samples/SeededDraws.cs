namespace Dmk.Maturity.Statistics;

/// <summary>Random numbers that a seed fixes for good, on any machine and any number of cores: one stream per draw.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood (2014), OOPSLA.</remarks>
internal struct SeededDraws(long seed, long stream)
{
    private ulong _state = Mix(Mix((ulong)seed) + (ulong)stream);

    /// <summary>From 0, below 1.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        return (Mix(_state) >> 11) * (1.0 / (1L << 53));
    }

    /// <summary>From 0, below the bound.</summary>
    public int Below(int bound) => (int)(Uniform() * bound);

    /// <summary>With mean 0 and variance 1. Box and Muller (1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>With scale 1. Marsaglia and Tsang (2000); below a shape of 1 with their power of a uniform number.</summary>
    /// <param name="shape">Above 0.</param>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = Normal();
            var v = 1 + (x / Math.Sqrt(9 * d));
            v *= v * v;
            if (v > 0 && Math.Log(1 - Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
