using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Respondents of a made-up survey as columns: 16 Länder x 10 sectors x 4 size classes as strata, every stratum with at least one;
/// the same for the same number.</summary>
internal sealed class SampleColumns
{
    public const int Laender = 16;
    public const int Sectors = 10;
    public const int Sizes = 4;
    private const int Strata = Laender * Sectors * Sizes;

    public SampleColumns(int respondents, int variables)
    {
        var random = new Random(1);
        StratumOf = [.. Enumerable.Range(0, respondents).Select(unit => unit < Strata ? unit : random.Next(Strata))];
        Weights = [.. StratumOf.Select(stratum => 5.0 + (stratum % 37))];
        Populations = new double[Strata];
        for (var unit = 0; unit < respondents; unit++)
        {
            Populations[StratumOf[unit]] += Weights[unit];
        }

        Variables =
        [
            .. Enumerable
                .Range(0, variables)
                .Select(_ =>
                    Enumerable.Range(0, respondents).Select(_ => random.Next(40) == 0 ? double.NaN : 100 * random.NextDouble()).ToArray()
                ),
        ];
    }

    /// <summary>Per unit, from 0: Land, sector and size in this order.</summary>
    public int[] StratumOf { get; }

    public double[] Weights { get; }

    /// <summary>Per stratum.</summary>
    public double[] Populations { get; }

    /// <summary>Scores from 0 to 100, every fortieth missing.</summary>
    public double[][] Variables { get; }

    /// <summary>Per unit: its Land x sector.</summary>
    public int[] LandBySector => [.. StratumOf.Select(stratum => stratum / Sizes)];

    public SampleDesign Design() => SampleDesign.Of(Weights, StratumOf, Populations, LonelyUnit.Adjust);

    /// <summary>Totals a tenth off the sample's, the same sum in every margin.</summary>
    public CalibrationTerm.Categories[] Margins()
    {
        var random = new Random(2);
        return
        [
            Margin("land", [.. StratumOf.Select(stratum => stratum / Sizes / Sectors)], Laender, random),
            Margin("sector", [.. StratumOf.Select(stratum => stratum / Sizes % Sectors)], Sectors, random),
            Margin("size", [.. StratumOf.Select(stratum => stratum % Sizes)], Sizes, random),
        ];
    }

    private CalibrationTerm.Categories Margin(string name, int[] codes, int categories, Random random)
    {
        var totals = new double[categories];
        for (var unit = 0; unit < codes.Length; unit++)
        {
            totals[codes[unit]] += Weights[unit];
        }

        var whole = totals.Sum();
        double[] moved = [.. totals.Select(total => total * (0.9 + (0.2 * random.NextDouble())))];
        return new(
            name,
            codes,
            [.. Enumerable.Range(0, categories).Select(code => $"{name}{code}")],
            [.. moved.Select(total => total * whole / moved.Sum())]
        );
    }
}
