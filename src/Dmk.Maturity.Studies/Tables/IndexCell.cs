using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>One cell of an index table.</summary>
/// <param name="Codes">One code per reporting variable of the table, in its order.</param>
/// <param name="Level">The level within which the whole interval lies; null where it reaches over two, or is withheld or missing.</param>
public sealed record IndexCell(IReadOnlyList<string> Codes, PublishedFigure Figure, Level? Level);
