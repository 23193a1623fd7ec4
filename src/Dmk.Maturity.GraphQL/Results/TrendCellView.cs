using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("TrendCell"), Description("A figure in two waves.")]
internal sealed class TrendCellView(TrendCell cell, IndexTable table, CodeNames names, Language language)
{
    [Description("In the earlier wave; null where it had no such cell.")]
    public CellView? Before => cell.Before is { } before ? View(before) : null;

    [Description("In this study.")]
    public CellView After => View(cell.After);

    [Description("This study minus the earlier wave; null where either is withheld.")]
    public DifferenceView? Change => cell.Change is { } change ? new(change, double.NaN) : null;

    [Description("The figure of this study where that of the earlier wave is 100; null where either is withheld.")]
    public DifferenceView? Index => cell.Index is { } index ? new(index, double.NaN) : null;

    [Description("Whether the errors know of companies in both waves; null without a change.")]
    public WaveOverlap? Overlap => cell.Overlap;

    [Description("Companies with a score that stand in the cell in both waves, for operators; null for everybody else.")]
    public int? InBoth => cell.InBoth is { } companies ? checked((int)companies) : null;

    private CellView View(IndexCell one) => new(one, one.Codes.Count == 0 ? [] : table.By, names, language);
}
