using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>One row of a table as people read it.</summary>
/// <param name="Names">The title of each code, in the order of the table's variables.</param>
/// <param name="Levels">Null where none is named.</param>
public sealed record TableRow(IReadOnlyList<string> Codes, IReadOnlyList<string> Names, PublishedFigure Figure, LevelRange? Levels)
{
    public static TableRow Of(IndexTable table, IndexCell cell, Language language) =>
        new(cell.Codes, table.NamesOf(cell, language), cell.Figure, LevelRange.Of(cell.Figure.Estimate, table.Model));

    public string Name => string.Join(", ", Names);
}
