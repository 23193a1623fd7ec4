namespace Dmk.Maturity.Statistics;

/// <summary>The ratio of a domain's first unit, from which those of the others are taken: where all are equal nothing is left, whatever a
/// division rounds.</summary>
/// <param name="Above">Numerator of that unit.</param>
/// <param name="Below">Its denominator, not 0; 1 for a mean.</param>
internal readonly record struct RatioToFirst(double Above, double Below)
{
    /// <summary>Numbers that are written in decimals know their ratio to this share of it.</summary>
    private const double Written = 4.5e-16;

    /// <summary>Of the first unit that has one; that of nothing where none has.</summary>
    /// <param name="denominators">Per unit of the file; null for means.</param>
    public static RatioToFirst Of(int[] units, double[] values, double[]? denominators)
    {
        foreach (var unit in units)
        {
            var below = denominators?[unit] ?? 1;
            if (!double.IsNaN(values[unit]) && !double.IsNaN(below) && below != 0)
            {
                return new(values[unit], below);
            }
        }

        return new(0, 1);
    }

    public double Ratio => Above / Below;

    /// <summary>y - r x, with r the ratio of the first unit.</summary>
    /// <remarks>y x1 - y1 x by two fused steps: Jeannerod, Louvet and Muller (2013), algorithm 1 (Kahan's).</remarks>
    public double Apart(double above, double below)
    {
        if (Below == 1 && below == 1)
        {
            return above - Above;
        }

        var product = Above * below;
        var rest = Math.FusedMultiplyAdd(-Above, below, product);
        var apart = (Math.FusedMultiplyAdd(above, Below, -product) + rest) / Below;
        return Math.Abs(apart) > Written * Math.Abs(above) ? apart : 0;
    }
}
