namespace Dmk.Maturity.Studies;

/// <summary>How much a state shows. Every state divides companies into further lots, and small lots withhold figures; so while the field
/// is open only little is shown of few, and the whole once, of all.</summary>
public enum ShownExtent
{
    /// <summary>The index and its dimensions, in total and by one variable.</summary>
    Headline,

    /// <summary>All nodes in all tables.</summary>
    Whole,
}
