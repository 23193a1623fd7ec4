using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The browser of the machine, without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

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

    /// <summary>A fresh browser profile. Without a browser the test is skipped, except where CI is set: there it fails.</summary>
    public async Task<IBrowserContext> Profile(string language, int width, bool javaScript, ForcedColors colours, string address)
    {
        if (_browser is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(
                $"No Chromium found at {string.Join(", ", _places)}; install it (Debian: apt install chromium) to run the tests "
                    + "of the pages."
            );
        }

        Assert.True(_browser is not null, $"CI needs a Chromium at one of {string.Join(", ", _places)}.");
        return await _browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                Locale = language,
                JavaScriptEnabled = javaScript,
                ViewportSize = new() { Width = width, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
                ForcedColors = colours,
            }
        );
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
