namespace Dmk.Maturity.Studies;

/// <summary>When readers other than operators see further answers.</summary>
public enum ShowRhythm
{
    /// <summary>Once a day, after midnight in Germany.</summary>
    Nightly,

    /// <summary>Once a week, in the night to Monday.</summary>
    Weekly,

    /// <summary>When an operator says so, and when the field is closed.</summary>
    ByHand,
}
