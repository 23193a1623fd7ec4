namespace Dmk.Maturity.Questionnaires;

/// <summary>Where the answers of an interview stand in its row of slots: variables, computed values, one slot with all items for each
/// roster, facts that are known beside the answers; behind them, only while one item is looked at, the variables within rosters.</summary>
/// <param name="Facts">See <see cref="Fact"/>.</param>
/// <param name="Inner">Variables within rosters, of all rosters together.</param>
internal sealed record SlotLayout(int Variables, int Computed, int Rosters, int Facts, int Inner)
{
    /// <summary>The slot with the items of the first roster.</summary>
    public int FirstItems => Variables + Computed;

    /// <summary>The slot of the first fact.</summary>
    public int FirstFact => FirstItems + Rosters;

    /// <summary>The first variable within a roster, and the number of slots that an interview keeps.</summary>
    public int FirstInner => FirstFact + Facts;

    public int All => FirstInner + Inner;
}
