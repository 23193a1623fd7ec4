using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>What a request for a comparison of the Länder names, found in the study.</summary>
/// <param name="Mix">By what the Länder differ in their companies, as sector or sector and size; empty where no such table is.</param>
public sealed record RequestedComparison(IndexModel Model, IndexNode Node, ReportingVariable Land, IReadOnlyList<ReportingVariable> Mix)
{
    internal (double From, double To) Scale => (Model.ScaleFrom, Model.ScaleTo);

    /// <param name="mix">Ids of reporting variables; null for the study's first table of the Land by one other variable that groups
    /// none.</param>
    /// <exception cref="ResultRequestException">Something is not there; the message says what there is.</exception>
    public static RequestedComparison Of(ResultRequest request, IReadOnlyList<string>? mix)
    {
        var design = request.Study.Design;
        if (mix is not null && mix.Contains(design.Land.Id))
        {
            throw new ResultRequestException(
                "TABLE_UNKNOWN",
                $"The mix of the companies of a Land is by other variables: leave '{design.Land.Id}' out of it."
            );
        }

        var table = (request with { By = [design.Land.Id, .. mix ?? []], Filter = [], ShareAt = null, Weights = [] }).Find();
        return new(table.Model, table.Node, design.Land, mix is null ? Usual(design) : [.. table.By.Where(one => one != design.Land)]);
    }

    private static ReportingVariable[] Usual(StudyDesign design) =>
        [
            .. design
                .Lattice.Where(by => by.Count == 2 && by.Contains(design.Land))
                .Select(by => by.First(one => one != design.Land))
                .Where(one => one.IsInFrame && one.CodesIn(design.Land) is null)
                .Take(1),
        ];
}
