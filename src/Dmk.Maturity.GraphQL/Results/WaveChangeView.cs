using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("WaveChange"), Description("How figures changed from one earlier wave.")]
internal sealed class WaveChangeView(WaveChange change, CodeNames names, Language language)
{
    [Id, Description("The study of the earlier wave.")]
    public string Study => change.Earlier.Id;

    [Description("Its title.")]
    public string Title => change.Earlier.Design.Title.In(language);

    [Description("Its year, or number.")]
    public int Wave => change.Earlier.Design.Wave;

    [Description("Years between the waves.")]
    public int Years => change.Years;

    [Description("Of the earlier wave's data: grows with it.")]
    public string DataVersion => change.Before.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Description("All companies.")]
    public TrendCellView Total => new(change.Total, change.Table, names, language);

    [Description("By the reporting variable, in the order of its classification; empty without one."), ListSize(16)]
    public IEnumerable<TrendCellView> Cells => change.Cells.Select(cell => new TrendCellView(cell, change.Table, names, language));
}
