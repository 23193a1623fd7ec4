using Dmk.Maturity.Studies;
using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The pictures of the documentation, made anew by UPDATE_PICTURES=1; without it, they are only asked to be there and
/// small.</summary>
public sealed class PicturesTests(Chromium chromium, LiveSite site)
{
    private const int LargestPicture = 200_000;

    /// <summary>Pictures are taken of the demonstration in its full size.</summary>
    public static bool Update => Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1";

    [Fact]
    public async Task The_result_page_has_its_picture()
    {
        if (Update)
        {
            await using var reader = await Visitor.Arrive(chromium, site, "de", 1280);
            await reader.Go($"/signin?study={LiveSite.Study}");
            await reader.Page.FillAsync("#token", await site.Token(Role.Economist));
            await reader.Page.ClickAsync("main form button");
            await Take(reader.Page, "results.png", 1280, 1180);
        }

        AssertSmall("results.png");
    }

    [Fact]
    public async Task The_form_has_its_picture()
    {
        if (Update)
        {
            await using var company = await Visitor.Arrive(chromium, site, "de", 1280);
            await company.Enter(site.NextCode());
            await company.Go("/survey/processes");
            await FormFilling.FillSection(company.Page);
            await Take(company.Page, "form.png", 1280, 1100);
        }

        AssertSmall("form.png");
    }

    private static Task<byte[]> Take(IPage page, string name, int width, int height) =>
        page.ScreenshotAsync(
            new()
            {
                Path = PathOf(name),
                Clip = new()
                {
                    X = 0,
                    Y = 0,
                    Width = width,
                    Height = height,
                },
                FullPage = true,
            }
        );

    private static void AssertSmall(string name) => Assert.InRange(new FileInfo(PathOf(name)).Length, 1, LargestPicture);

    private static string PathOf(string name) => Path.Combine(RepositoryFiles.Root, "docs", "pictures", name);
}
