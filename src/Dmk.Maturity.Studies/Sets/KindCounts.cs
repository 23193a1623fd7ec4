namespace Dmk.Maturity.Studies;

/// <summary>Per kind of companies how many there are, and of how many every mixture of figures under conditions tells at least.</summary>
internal sealed record KindCounts(IReadOnlyList<long> Companies, IReadOnlyList<long> Least)
{
    /// <summary>More companies than there are.</summary>
    private const long Step = 1L << 32;

    /// <summary>Both in one number, so that a set of which nothing is left by some mixture counts as small and not as empty.</summary>
    public long Of(int kind) => (Least[kind] * Step) + Companies[kind];

    /// <summary>From where on there are enough.</summary>
    public static long Enough(int minimum) => minimum * Step;
}
