namespace Dmk.Maturity.Statistics;

/// <summary>A cell of a table before the gate.</summary>
/// <param name="Codes">One code per dimension of the study; null is the total over that dimension.</param>
/// <param name="Population">Units in the frame; 0 makes it a structural zero.</param>
/// <param name="Estimate">Null if nobody has answered.</param>
public sealed record RawCell(IReadOnlyList<string?> Codes, long Population, Estimate? Estimate)
{
    /// <summary>Whether all respondents have the same value.</summary>
    public bool AllAlike { get; init; }

    /// <summary>What the two companies contribute that contribute most to the estimated population; 0 where they are not known.</summary>
    public (double First, double Second) Largest { get; init; }

    /// <summary>Those with a value: 0 without an estimate.</summary>
    public long Respondents => Estimate?.Respondents ?? 0;
}
