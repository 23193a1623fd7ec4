namespace Dmk.Maturity.Statistics;

/// <summary>Sums over companies that answered in two waves, of one variable. A missing value enters no sum.</summary>
/// <param name="Companies">All of them, with or without a value.</param>
/// <param name="Before">Those with a value in the earlier wave.</param>
/// <param name="SumBefore">Of their values.</param>
/// <param name="After">Those with a value in the later wave.</param>
/// <param name="SumAfter">Of their values.</param>
/// <param name="Both">Those with a value in both.</param>
/// <param name="BothBefore">The sum of their values in the earlier wave.</param>
/// <param name="BothAfter">In the later wave.</param>
/// <param name="Products">The sum of earlier times later value.</param>
public readonly record struct CommonSums(
    long Companies,
    long Before,
    double SumBefore,
    long After,
    double SumAfter,
    long Both,
    double BothBefore,
    double BothAfter,
    double Products
)
{
    /// <param name="before">NaN is missing.</param>
    /// <param name="after">NaN is missing.</param>
    public static CommonSums Of(double before, double after)
    {
        var (hasBefore, hasAfter) = (!double.IsNaN(before), !double.IsNaN(after));
        var hasBoth = hasBefore && hasAfter;
        return new(
            1,
            hasBefore ? 1 : 0,
            hasBefore ? before : 0,
            hasAfter ? 1 : 0,
            hasAfter ? after : 0,
            hasBoth ? 1 : 0,
            hasBoth ? before : 0,
            hasBoth ? after : 0,
            hasBoth ? before * after : 0
        );
    }

    public CommonSums Plus(CommonSums other) =>
        new(
            Companies + other.Companies,
            Before + other.Before,
            SumBefore + other.SumBefore,
            After + other.After,
            SumAfter + other.SumAfter,
            Both + other.Both,
            BothBefore + other.BothBefore,
            BothAfter + other.BothAfter,
            Products + other.Products
        );
}
