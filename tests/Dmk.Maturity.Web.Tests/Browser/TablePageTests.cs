using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web.Tests;

/// <summary>A ministry reads the index by Land.</summary>
public sealed class TablePageTests(Chromium chromium, LiveSite site)
{
    private const string Page = $"/results/{LiveSite.Study}";

    [Theory]
    [InlineData("de", 390)]
    [InlineData("de", 1280)]
    [InlineData("en", 1280)]
    public async Task An_economist_sees_every_land_with_its_interval(string language, int width)
    {
        await using var reader = await SignedIn(language, width);

        Assert.Equal(16, await reader.Page.Locator(".dmk-chart__row").CountAsync() - 1);
        Assert.Equal(16, await reader.Page.Locator("tbody tr").CountAsync());
        Assert.Contains(
            language == "de" ? "Synthetische Daten" : "Synthetic data",
            await reader.Page.InnerTextAsync(".dmk-synthetic"),
            StringComparison.Ordinal
        );
        Assert.Equal(2, await reader.Page.Locator(".dmk-badges .kern-badge").CountAsync());
        reader.AssertNoComplaints();
    }

    [Fact]
    public async Task The_page_shows_the_figures_that_the_results_room_gives()
    {
        await using var reader = await SignedIn("de", 1280);
        await reader.Go($"{Page}?sort=name");
        var table = await Table("total", "land");

        var shown = await reader.Page.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync();

        Assert.Equal(table.Cells.Select(cell => Words(cell.Figure)), shown);
        Assert.Contains(table.Cells, cell => cell.Figure.Estimate is not null);
        Assert.Equal(Caption.Of(table, Sight.Shown, Language.German), await reader.Page.InnerTextAsync("#caption"));
        Assert.Equal(Caption.Basis(table, Sight.Shown, Language.German), await reader.Page.InnerTextAsync(".dmk-basis"));
    }

    [Theory]
    [InlineData("eurostat-dii")]
    [InlineData("edih-dma")]
    [InlineData("dmk-reifegrad")]
    public async Task Every_sentence_has_the_scale_of_its_index(string index)
    {
        await using var reader = await SignedIn("de", 1280);
        await reader.Go($"{Page}?index={index}");

        var model = (await site.Get<Catalogue>().Study(LiveSite.Study, TestContext.Current.CancellationToken))!.Index(index)!;
        var (caption, title) = (await reader.Page.InnerTextAsync("#caption"), await reader.Page.InnerTextAsync("#table-title"));

        Assert.Contains(FormattableString.Invariant($" von {model.ScaleTo:0} Punkten"), caption, StringComparison.Ordinal);
        Assert.EndsWith(FormattableString.Invariant($"Punkten von 0 bis {model.ScaleTo:0}"), title, StringComparison.Ordinal);
    }

    /// <summary>What only some readers need waits behind a link, and then the box scrolls, by keyboard too.</summary>
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Land_and_sector_fit_their_box_with_the_status_and_all_columns_scroll_in_it(string language)
    {
        await using var reader = await SignedIn(language, 1280);
        await reader.Go($"{Page}?by=land,sector&sort=name");
        var few = await reader.Page.Locator("thead th").CountAsync();
        Assert.Equal(0, await Hidden(reader));
        Assert.Equal(7, few);

        await reader.Follow(".dmk-columns-choice a");
        Assert.Equal(few + 3, await reader.Page.Locator("thead th").CountAsync());
        Assert.True(await reader.Overflow() <= 0);
        var hidden = await Hidden(reader);
        await reader.Page.FocusAsync(Box);
        for (var press = 0; press < 40 && await Hidden(reader) > 0; press++)
        {
            await reader.Page.Keyboard.PressAsync("ArrowRight");
            await reader.Page.WaitForTimeoutAsync(50);
        }

        Assert.Equal(0, await Hidden(reader));
        Assert.InRange(hidden, 0, 800);

        await reader.Follow("thead th a >> nth=0");
        Assert.Equal(few + 3, await reader.Page.Locator("thead th").CountAsync());
        await reader.Follow(".dmk-choice button");
        Assert.Equal(few + 3, await reader.Page.Locator("thead th").CountAsync());
        await reader.Follow(".dmk-columns-choice a");
        Assert.Equal(few, await reader.Page.Locator("thead th").CountAsync());
        reader.AssertNoComplaints();
    }

    [Fact]
    public async Task The_reader_chooses_dimension_breakdown_and_order()
    {
        await using var reader = await SignedIn("en", 1280);
        await reader.Page.SelectOptionAsync("#choice-node", "ai");
        await reader.Page.SelectOptionAsync("#choice-by", "land,sector");
        await reader.Follow(".dmk-choice button");

        Assert.Contains("by Land and sector", await reader.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(0, await reader.Page.Locator(".dmk-chart").CountAsync());
        var cells = (await Table("ai", "land", "sector")).Cells;
        Assert.Equal(cells.Count, await reader.Page.Locator("tbody tr").CountAsync());
        Assert.Equal(
            cells.Count(cell => cell.Figure is { Estimate: null, Bound: null }),
            await reader.Page.Locator("tbody .dmk-table__withheld").CountAsync()
        );

        await reader.Page.SelectOptionAsync("#choice-by", "size");
        await reader.Follow(".dmk-choice button");
        await reader.Follow(reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Respondents", Exact = true }));
        Assert.Equal("descending", await reader.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        reader.AssertNoComplaints();
    }

    [Fact]
    public async Task The_reader_chooses_a_part()
    {
        await using var reader = await SignedIn("en", 1280);
        await reader.Page.SelectOptionAsync("#choice-by", "size");
        await reader.Follow(".dmk-choice button");
        await reader.Page.SelectOptionAsync("#choice-where", "land=SN");
        await reader.Follow(".dmk-choice button");

        Assert.EndsWith(": Saxony", await reader.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var part = await Table("total", [new VariableCode("land", "SN")], "size");
        Assert.Equal(part.Cells.Count, await reader.Page.Locator("tbody tr").CountAsync());
        Assert.StartsWith("Saxony", await reader.Page.InnerTextAsync("tfoot tr"), StringComparison.Ordinal);
        var file = await reader.Page.APIRequest.GetAsync(site.Address + await reader.Page.GetAttributeAsync("a[download]", "href"));
        Assert.Equal(part.Cells.Count + 2, (await file.TextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        await reader.Page.SelectOptionAsync("#choice-by", "land");
        await reader.Follow(".dmk-choice button");
        Assert.Contains("All of Germany is shown.", await reader.Page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(16, await reader.Page.Locator("tbody tr").CountAsync());
        reader.AssertNoComplaints();
    }

    /// <summary>In words above the figures, in the file, and behind every further choice; a table that is not told of so chosen companies
    /// is that of all, and says so.</summary>
    [Theory]
    [InlineData("de", "Gezählt werden nur: Unternehmen, die Cloud-Dienste nutzen.", "hier werden alle gezählt.")]
    [InlineData("en", "Only these are counted: Companies that use cloud services.", "here all are counted.")]
    public async Task The_reader_chooses_who_is_counted(string language, string only, string all)
    {
        await using var reader = await SignedIn(language, 1280);
        await reader.Page.SelectOptionAsync("#choice-condition", "cloud");
        await reader.Follow(".dmk-choice button");

        Assert.StartsWith(only, await reader.Page.InnerTextAsync(".dmk-only"), StringComparison.Ordinal);
        Assert.EndsWith(only.Split(": ")[1].TrimEnd('.'), await reader.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("cloud_services.none == 0", await reader.Page.InnerTextAsync(".dmk-provenance"), StringComparison.Ordinal);
        var link = await reader.Page.GetAttributeAsync("a[download]", "href");
        var file = await reader.Page.APIRequest.GetAsync(site.Address + link);
        Assert.Contains("only-cloud.csv", file.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.All(
            (await file.TextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..],
            line => Assert.EndsWith(",cloud_services.none == 0", line, StringComparison.Ordinal)
        );

        await reader.Follow("thead th a >> nth=0");
        Assert.Equal("cloud", await reader.Page.InputValueAsync("#choice-condition"));
        await reader.Page.SelectOptionAsync("#choice-by", "land,sector");
        await reader.Follow(".dmk-choice button");
        Assert.EndsWith(all, await reader.Page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("", await reader.Page.InputValueAsync("#choice-condition"));
        Assert.Equal(0, await reader.Page.Locator(".dmk-only").CountAsync());
        reader.AssertNoComplaints();
    }

    [Theory]
    [InlineData("?condition=nobody")]
    [InlineData("?condition=cloud&by=planet")]
    [InlineData("/table.csv?condition=cloud&by=land,sector")]
    [InlineData("?where=land=XX")]
    [InlineData("?where=planet=SN")]
    [InlineData("?where=SN")]
    [InlineData("/table.csv?by=land&where=land=SN")]
    public async Task A_part_that_there_is_not_is_not_found(string query)
    {
        await using var reader = await SignedIn("en", 1280);

        var answer = await reader.Page.APIRequest.GetAsync($"{site.Address}/en{Page}{query}");

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task The_table_can_be_taken_home_as_a_file()
    {
        await using var reader = await SignedIn("de", 1280);

        var file = await reader.Page.APIRequest.GetAsync(site.Address + await reader.Page.GetAttributeAsync("a[download]", "href"));

        var lines = (await file.TextAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("study,wave,synthetic,release,index,index_version,node,land,name,estimate,", lines[0], StringComparison.Ordinal);
        Assert.Equal(18, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(sign => sign == ','), line.Count(sign => sign == ',')));
        Assert.StartsWith("pilot-2027,2027,true,provisional,dmk-reifegrad,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",Total,Deutschland,", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sign_in_there_is_a_page_that_says_so_and_no_figure()
    {
        await using var reader = await Visitor.Arrive(chromium, site, "de", 1280);
        await reader.Go(Page);

        Assert.Equal("Noch keine veröffentlichten Ergebnisse", await reader.Page.InnerTextAsync("h1"));
        Assert.Equal(0, await reader.Page.Locator("table").CountAsync());
        reader.AssertNoComplaints();
    }

    [Fact]
    public async Task A_token_that_is_not_known_is_refused_and_signing_out_ends_it()
    {
        await using var reader = await SignedIn("en", 1280);
        await reader.Follow("header form button");
        await reader.Go(Page);
        Assert.Equal(0, await reader.Page.Locator("table").CountAsync());

        await reader.Go("/signin");
        await reader.Page.FillAsync("#token", "dmkt_nobody");
        await reader.Follow("main form button");

        Assert.StartsWith("Error: ", await reader.Page.TitleAsync(), StringComparison.Ordinal);
        reader.AssertNoComplaints();
    }

    private const string Box = ".kern-table-responsive";

    /// <summary>How many pixels of the last column lie beyond the right edge of the table's box.</summary>
    private static Task<int> Hidden(Visitor reader) =>
        reader.Page.EvaluateAsync<int>(
            """
            () => {
              const box = document.querySelector('.kern-table-responsive').getBoundingClientRect();
              const last = document.querySelector('thead th:last-child').getBoundingClientRect();
              return Math.max(0, Math.floor(last.right - box.right));
            }
            """
        );

    private static string Words(PublishedFigure figure) =>
        figure.Estimate is { } estimate ? Caption.Points(estimate.Value, Language.German)
        : figure.Bound is { } bound ? Caption.Bound(bound, Language.German)
        : TableWords.WhyNot(figure.Status).In(Language.German);

    private Task<IndexTable> Table(string node, params string[] by) => Table(node, [], by);

    private async Task<IndexTable> Table(string node, IReadOnlyList<VariableCode> filter, params string[] by)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var study = await site.Get<Catalogue>().Study(LiveSite.Study, cancellation);
        var request = new ResultRequest
        {
            Study = study!,
            Node = node,
            By = by,
            Filter = filter,
            Audience = new(Role.Economist, null, "test"),
        };
        return (await site.Get<StudyResults>().Table(request, cancellation)).Figures;
    }

    private async Task<Visitor> SignedIn(string language, int width)
    {
        var reader = await Visitor.Arrive(chromium, site, language, width);
        await reader.Go($"/signin?study={LiveSite.Study}");
        await reader.Page.FillAsync("#token", await site.Token(Role.Economist));
        await reader.Follow("main form button");
        Assert.EndsWith(Page, reader.Page.Url, StringComparison.Ordinal);
        return reader;
    }
}
