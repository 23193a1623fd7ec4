namespace Dmk.Maturity.Statistics;

/// <summary>A cell of a table as the set of companies behind its figure, before there is a number.</summary>
/// <param name="Codes">One code per dimension of the study; null is the total over that dimension.</param>
/// <param name="Respondents">Those with a value; 0 and above.</param>
public sealed record SetCell(IReadOnlyList<string?> Codes, long Respondents)
{
    /// <summary>Companies of the smallest set that the figure tells of, also by subtraction from other figures; below the minimum the
    /// figure is withheld. The respondents, unless it is said otherwise.</summary>
    public long Guard { get; init; } = Respondents;

    /// <summary>Whether everybody can work the figure out from others, so that withholding it protects nobody.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is withheld whatever it tells of.</summary>
    public bool IsClosed { get; init; }
}
