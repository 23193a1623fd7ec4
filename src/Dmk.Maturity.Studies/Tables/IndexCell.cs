using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>One cell of an index table.</summary>
/// <param name="Codes">One code per reporting variable of the table, in its order.</param>
/// <param name="Level">The level that the estimate reaches; null where it is withheld or missing.</param>
public sealed record IndexCell(IReadOnlyList<string> Codes, PublishedFigure Figure, Level? Level);
