using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>What a request for modelled cells names, found in the study.</summary>
/// <param name="By">The Land and one other variable that the frame knows.</param>
public sealed record RequestedAreas(IndexModel Model, IndexNode Node, ReportingVariable Land, ReportingVariable By)
{
    /// <exception cref="ResultRequestException">Something is not there; the message says what there is.</exception>
    public static RequestedAreas Of(ResultRequest request, string by)
    {
        var land = request.Study.Design.Land;
        if (by == land.Id)
        {
            throw new ResultRequestException(
                "TABLE_UNKNOWN",
                $"Cells of the Länder are modelled by another variable: name it in place of '{by}'."
            );
        }

        var table = (request with { By = [land.Id, by], Filter = [], ShareAt = null, Weights = [] }).Find();
        var other = table.By.First(variable => variable != land);
        return other.IsInFrame
            ? new(table.Model, table.Node, land, other)
            : throw new ResultRequestException(
                "TABLE_UNKNOWN",
                $"What is modelled needs the frame to know its cells, and it does not know '{other.Id}'."
            );
    }
}
