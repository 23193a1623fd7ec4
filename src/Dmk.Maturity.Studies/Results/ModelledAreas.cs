using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Cells of the Länder by another variable that lean on what is known of them without the survey: for cells with few companies,
/// or none.</summary>
/// <remarks>Fay and Herriot (1979) by restricted maximum likelihood, with a constant, one term for each code of the other variable but the
/// first, and the share of companies in the upper half of the size classes; brought to the figures of the Länder by a difference. Made from
/// nothing but the figures that the reader sees anyway, so it tells nothing further.</remarks>
/// <param name="Model">Its coefficients and the variance between cells.</param>
/// <param name="Table">The direct figures.</param>
/// <param name="Cells">In the order of the table.</param>
public sealed record ModelledAreas(RequestedAreas Asked, FayHerriot Model, IndexTable Table, IReadOnlyList<ModelledCell> Cells)
{
    private const int Digits = 2;

    /// <exception cref="ResultRequestException">Too few cells are shown to fit a model.</exception>
    internal static ModelledAreas Of(Study study, RequestedAreas asked, ProtectedLattice lattice)
    {
        var table = lattice.Table([asked.Land, asked.By], []);
        var laender = lattice.Table([asked.Land], []).Cells.ToDictionary(cell => cell.Codes[0], cell => cell.Figure.Estimate?.Value);
        string[] kinds = [.. table.Cells.Select(cell => cell.Codes[1]).Distinct()];
        var sizes = new FrameSizes(study, asked);
        Area[] areas =
        [
            .. table.Cells.Select(cell => new Area(
                string.Join('|', cell.Codes),
                IsDirect(cell) ? cell.Figure.Estimate!.Value : double.NaN,
                IsDirect(cell) ? Math.Pow(cell.Figure.Estimate!.StandardError, 2) : double.NaN,
                [1, .. kinds.Skip(1).Select(kind => kind == cell.Codes[1] ? 1.0 : 0), .. sizes.ShareOfLarger(cell.Codes)]
            )),
        ];
        FayHerriot model;
        try
        {
            model = FayHerriot.Fit(areas, ["constant", .. kinds.Skip(1), .. sizes.Names]);
        }
        catch (ArgumentException few)
        {
            throw new ResultRequestException("TOO_FEW_CELLS", $"Too few cells are shown to fit a model to them. {few.Message}");
        }

        string[] codes = [.. laender.Keys];
        var benchmarked = Benchmarked.Of(
            [.. model.Areas.Select(area => area.Eblup)],
            [.. table.Cells.Select(cell => sizes.Companies(cell.Codes))],
            [.. table.Cells.Select(cell => Array.IndexOf(codes, cell.Codes[0]))],
            [.. codes.Select(code => laender[code] ?? double.NaN)],
            BenchmarkRule.Difference
        );
        return new(
            asked,
            model,
            table,
            [
                .. table.Cells.Zip(
                    model.Areas.Zip(benchmarked.Values),
                    (cell, area) =>
                        new ModelledCell(
                            cell,
                            Math.Round(area.Second, Digits),
                            Math.Round(Math.Sqrt(area.First.MeanSquaredError), Digits),
                            Math.Round(area.First.Shrinkage, Digits)
                        )
                ),
            ]
        );
    }

    /// <summary>An error that rounds to 0 is no variance to weigh by.</summary>
    private static bool IsDirect(IndexCell cell) => cell.Figure.Estimate is { StandardError: > 0 };
}
