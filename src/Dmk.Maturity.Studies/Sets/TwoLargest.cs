namespace Dmk.Maturity.Studies;

/// <summary>The two companies that contribute most.</summary>
internal struct TwoLargest
{
    /// <summary>0 without one.</summary>
    public double First { get; private set; }

    /// <summary>At most the first; 0 without one.</summary>
    public double Second { get; private set; }

    /// <param name="contribution">Of each.</param>
    /// <param name="companies">Above 0.</param>
    public void Add(double contribution, long companies) =>
        (First, Second) =
            contribution >= First ? (contribution, companies > 1 ? contribution : First)
            : contribution > Second ? (First, contribution)
            : (First, Second);
}
