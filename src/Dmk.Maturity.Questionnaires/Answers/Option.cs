namespace Dmk.Maturity.Questionnaires;

/// <summary>An option of a choice. Codes are never labels.</summary>
/// <param name="Exclusive">Ticking it unticks all others ("none of these").</param>
/// <param name="Specify">Asks "please specify" in the variable <c>question.code</c>.</param>
/// <param name="Last">Keeps its place where options are shuffled, as exclusive ones do.</param>
public sealed record Option(string Code, Text Label, bool Exclusive = false, Specification Specify = Specification.None, bool Last = false)
{
    /// <summary>Whether words stand behind it, needed or not.</summary>
    public bool AsksToSpecify => Specify != Specification.None;

    internal bool KeepsItsPlace => Exclusive || Last;
}
