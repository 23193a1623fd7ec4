namespace Dmk.Maturity.Questionnaires;

/// <summary>A check that fired.</summary>
/// <param name="Variables">The variables it reads that were asked; the form links to them.</param>
/// <param name="Item">The item of a roster for which it fired, or null.</param>
public sealed record FiredCheck(Remark Check, IReadOnlyList<string> Variables, string? Item = null)
{
    /// <summary>What a confirmation names: the id of the check, with the item in brackets where there is one.</summary>
    public string Id => Item is null ? Check.Id : $"{Check.Id}[{Item}]";
}
