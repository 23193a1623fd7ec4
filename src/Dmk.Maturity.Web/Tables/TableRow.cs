using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>One row of a table as people read it.</summary>
/// <param name="Names">The title of each code, in the order of the table's variables.</param>
public sealed record TableRow(IReadOnlyList<string> Codes, IReadOnlyList<string> Names, PublishedFigure Figure, Level? Level)
{
    public string Name => string.Join(", ", Names);
}
