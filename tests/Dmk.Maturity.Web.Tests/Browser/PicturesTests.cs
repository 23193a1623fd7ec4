using System.Buffers.Binary;
using Dmk.Maturity.Studies;
using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The pictures of the documentation, made anew by UPDATE_PICTURES=1; without it, the pages of today must fit into them.</summary>
public sealed class PicturesTests(Chromium chromium, LiveSite site)
{
    private const int LargestPicture = 200_000;

    /// <summary>An empty page of this size takes far less.</summary>
    private const int SmallestPicture = 30_000;

    /// <summary>Pictures are taken of the demonstration in its full size.</summary>
    public static bool Update => Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1";

    [Fact]
    public async Task The_picture_of_the_result_page_holds_its_chart()
    {
        await using var reader = await Visitor.Arrive(chromium, site, "de", 1280);
        await reader.Go($"/signin?study={LiveSite.Study}");
        await reader.Page.FillAsync("#token", await site.Token(Role.Economist));
        await reader.Follow("main form button");

        await AssertPicture(reader.Page, "results.png", 1280, 1180, ".dmk-chart");
    }

    [Fact]
    public async Task The_picture_of_the_form_holds_its_first_question()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("processes");
        await FormFilling.FillSection(company.Page);

        await AssertPicture(company.Page, "form.png", 1280, 1100, ".dmk-question");
    }

    /// <summary>The part of the page that is in the picture is compared by place and size: figures and typefaces differ.</summary>
    private static async Task AssertPicture(IPage page, string name, int width, int height, string subject)
    {
        var clip = new Clip { Width = width, Height = height };
        var today = await page.ScreenshotAsync(new() { Clip = clip, FullPage = true });
        if (Update)
        {
            await File.WriteAllBytesAsync(PathOf(name), today);
        }

        var stored = await File.ReadAllBytesAsync(PathOf(name));
        // Filling has scrolled the page, and the place is told from the window's top.
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        var box = await page.Locator(subject).First.BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.InRange(box.Y + box.Height, 1, height);
        Assert.InRange(box.X + box.Width, 1, width);
        Assert.Equal((width, height), SizeOf(today));
        Assert.InRange(today.Length, SmallestPicture, int.MaxValue);
        Assert.Equal((width, height), SizeOf(stored));
        Assert.InRange(stored.Length, SmallestPicture, LargestPicture);
    }

    /// <summary>Width and height stand at the same place in every PNG file (ISO/IEC 15948, 11.2.2).</summary>
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));

    private static string PathOf(string name) => Path.Combine(RepositoryFiles.Root, "docs", "pictures", name);
}
