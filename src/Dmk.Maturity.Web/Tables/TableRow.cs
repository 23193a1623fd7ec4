using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>One row of a table as people read it.</summary>
/// <param name="Names">The title of each code, in the order of the table's variables.</param>
public sealed record TableRow(IReadOnlyList<string> Codes, IReadOnlyList<string> Names, PublishedFigure Figure, Level? Level)
{
    public string Name => string.Join(", ", Names);

    public static TableRow Of(StudyDesign design, IReadOnlyList<ReportingVariable> by, IndexCell cell, Language language) =>
        new(
            cell.Codes,
            [.. cell.Codes.Select((code, place) => design.Codes[by[place]].Find(code)?.Label.In(language) ?? code)],
            cell.Figure,
            cell.Level
        );
}
