using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The browser of the machine, without a window.</summary>
/// <remarks>Every profile has a window of the browser to itself, and to open one costs more than most tests do in it. So a profile that
/// is given back is cleared and lent to the next visitor of its kind.</remarks>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The first that is there. The shell has the same engine and nothing around it, and takes half the processor time.</summary>
    private static readonly string[] _places =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly string[] _arguments =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly ConcurrentDictionary<ProfileKind, ConcurrentBag<IBrowserContext>> _free = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (_places.FirstOrDefault(File.Exists) is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = _arguments });
        }
    }

    /// <summary>A browser profile in which nothing is stored but files that the server lets be kept. Without a browser the test is
    /// skipped, except where CI is set: there it fails.</summary>
    internal async Task<IBrowserContext> Lend(ProfileKind kind)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(
                $"No Chromium found at {string.Join(", ", _places)}; install it "
                    + "(Debian: apt install chromium-headless-shell) to run the tests of the pages."
            );
        }

        Assert.True(_browser is not null, $"CI needs a Chromium at one of {string.Join(", ", _places)}.");
        return FreeOf(kind).TryTake(out var profile) ? profile : await Open(_browser, kind);
    }

    /// <summary>Once for each lent profile.</summary>
    internal async Task GiveBack(ProfileKind kind, IBrowserContext profile)
    {
        // The first page is ours: it keeps the window open.
        foreach (var page in profile.Pages.Skip(1).ToArray())
        {
            await page.CloseAsync();
        }

        await profile.ClearCookiesAsync();
        FreeOf(kind).Add(profile);
    }

    private ConcurrentBag<IBrowserContext> FreeOf(ProfileKind kind) => _free.GetOrAdd(kind, _ => []);

    private static async Task<IBrowserContext> Open(IBrowser browser, ProfileKind kind)
    {
        var profile = await browser.NewContextAsync(
            new()
            {
                BaseURL = kind.Address,
                Locale = kind.Language,
                JavaScriptEnabled = kind.JavaScript,
                ViewportSize = new() { Width = kind.Width, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
                ForcedColors = kind.Colours,
            }
        );
        await profile.NewPageAsync();
        return profile;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
