using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What a row of a table says of its figure.</summary>
public sealed class CellRowTests
{
    [Theory]
    [InlineData(Language.German, "60 bis 80", "als Spanne gezeigt")]
    [InlineData(Language.English, "60 to 80", "shown as a range")]
    public async Task Where_all_are_alike_their_range_is_shown_with_the_reason(Language language, string range, string status)
    {
        var figure = SmallTable.Shown(SmallTable.Maturity, SmallTable.Cell(70, 70, 70) with { AllAlike = true });

        var html = await Html(figure, language);

        Assert.Contains($"<strong>{range}</strong>", html, StringComparison.Ordinal);
        Assert.Contains(TableWords.WhyNot(CellStatus.AllAlike).In(language), html, StringComparison.Ordinal);
        Assert.Contains(status, html, StringComparison.Ordinal);
        Assert.DoesNotContain("70", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CellStatus.NotYetShown, "noch nicht gezeigt")]
    [InlineData(CellStatus.FewRespondents, "zurückgehalten")]
    [InlineData(CellStatus.ProtectsAnother, "zurückgehalten")]
    [InlineData(CellStatus.NoRespondents, "keine Antworten")]
    public async Task A_row_without_a_figure_says_its_own_status(CellStatus status, string words)
    {
        var html = await Html(SmallTable.Withheld(status), Language.German);

        Assert.Contains($">{words}</td>", html, StringComparison.Ordinal);
        Assert.Contains(TableWords.WhyNot(status).In(Language.German), html, StringComparison.Ordinal);
        Assert.Equal(status == CellStatus.NoRespondents, html.Contains("keine Antworten", StringComparison.Ordinal));
        Assert.DoesNotContain("keine Angabe", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, 45, 55, "Fortgeschritten")]
    [InlineData(58, 55, 61, "zwischen Fortgeschritten und Digital reif")]
    [InlineData(50, 35, 65, "zwischen In Entwicklung und Digital reif")]
    [InlineData(58, 56, 60, "zwischen Fortgeschritten und Digital reif")]
    [InlineData(58, double.NaN, double.NaN, "–")]
    public async Task A_level_is_named_as_far_as_the_interval_reaches(double value, double lower, double upper, string words)
    {
        var html = await Html(SmallTable.Shown(SmallTable.Maturity, SmallTable.Cell(value, lower, upper)), Language.German);

        Assert.Contains($"dmk-table__words\">{words}</td>", html, StringComparison.Ordinal);
    }

    /// <summary>A single respondent has no standard error, and so no level either.</summary>
    [Fact]
    public async Task A_number_that_there_is_not_is_a_dash()
    {
        var figure = SmallTable.Shown(SmallTable.Maturity, SmallTable.Cell(50, double.NaN, double.NaN));
        Assert.True(double.IsNaN(figure.Estimate!.StandardError));

        var html = await Html(figure, Language.German, allColumns: true);

        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.Equal(3, html.Split(">–</td>").Length - 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_row_has_as_many_columns_as_its_table(bool allColumns)
    {
        PublishedFigure[] figures =
        [
            SmallTable.Shown(SmallTable.Maturity, SmallTable.Cell(50, 45, 55)),
            SmallTable.Shown(SmallTable.Maturity, SmallTable.Cell(70, 70, 70) with { AllAlike = true }),
            SmallTable.Withheld(CellStatus.FewRespondents),
        ];
        foreach (var figure in figures)
        {
            var html = await Html(figure, Language.English, allColumns);

            var spans = Markup.Values(html, "colspan").Select(span => int.Parse(span, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(allColumns ? 8 : 5, html.Split("<td").Length - 1 + spans.Sum(span => span - 1));
        }
    }

    private static async Task<string> Html(PublishedFigure figure, Language language, bool allColumns = false)
    {
        var table = SmallTable.Of(SmallTable.Maturity, SmallTable.Basis(10, 10), figure, figure);
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var logs = LoggerFactory.Create(_ => { });
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<CellRow>(
                    ParameterView.FromDictionary(
                        new Dictionary<string, object?>
                        {
                            ["Row"] = TableRow.Of(table, table.Cells[0], language),
                            ["Columns"] = 1,
                            ["AllColumns"] = allColumns,
                            ["L"] = language,
                        }
                    )
                )
            ).ToHtmlString()
        );
        return Markup.Readable(html);
    }
}
