namespace Dmk.Maturity.Questionnaires;

/// <summary>What a change means for drafts that were begun before it.</summary>
public enum DraftVerdict
{
    /// <summary>Every answer that a draft can hold stays possible, counts where it counted, and nothing further is demanded of
    /// it.</summary>
    CarryOn,

    /// <summary>Drafts stay on the version that they were begun with.</summary>
    Stay,
}
