namespace Dmk.Maturity.Indices;

/// <summary>Whether a node has a score for this company, and if not, whether it could have had one.</summary>
internal enum Presence : byte
{
    Present,
    Missing,

    /// <summary>Not applicable or not asked, and excluded: nothing that the company could have answered.</summary>
    Inapplicable,
}
