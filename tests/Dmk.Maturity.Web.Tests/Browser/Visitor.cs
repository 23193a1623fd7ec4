using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>A person at a browser, who notices errors in the console and requests to elsewhere.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>For one step, in milliseconds: a machine that does much else is slow, not wrong.</summary>
    private const int Patience = 45_000;

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _profile;
    private readonly List<string> _complaints = [];

    private readonly Func<Task> _leave;

    private Visitor(IBrowserContext profile, IPage page, string language, Func<Task> leave) =>
        (_profile, Page, Language, _leave) = (profile, page, language, leave);

    public IPage Page { get; }

    /// <summary>de or en.</summary>
    public string Language { get; private set; }

    public static async Task<Visitor> Arrive(
        Chromium chromium,
        LiveSite site,
        string language,
        int width,
        bool javaScript = false,
        ForcedColors colours = ForcedColors.None
    )
    {
        var kind = new ProfileKind(site.Address, language, width, javaScript, colours);
        var profile = await chromium.Lend(kind);
        var visitor = new Visitor(profile, await profile.NewPageAsync(), language, () => chromium.GiveBack(kind, profile));
        visitor.Page.SetDefaultTimeout(Patience);
        visitor.Page.Console += (_, message) => visitor.Complain(message.Type == "error", $"console: {message.Text}");
        visitor.Page.PageError += (_, error) => visitor.Complain(true, $"page error: {error}");
        visitor.Page.Request += (_, request) =>
            visitor.Complain(
                !request.Url.StartsWith(site.Address + "/", StringComparison.Ordinal)
                    && !request.Url.StartsWith("data:", StringComparison.Ordinal),
                $"request to {request.Url}"
            );
        return visitor;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<Visitor> OtherTab()
    {
        var page = await _profile.NewPageAsync();
        return new(_profile, page, Language, () => page.CloseAsync());
    }

    /// <summary>Where the questionnaire of the company that has entered lies, without the language.</summary>
    public string Own { get; private set; } = "";

    public Task Go(string path) => Page.GotoAsync($"/{Language}{path}");

    /// <summary>To a page of the company's own questionnaire: nothing for the overview, /check, /receipt.</summary>
    public Task GoOwn(string path = "") => Go(Own + path);

    public Task GoSection(string id) => GoOwn($"/section/{id}");

    public Task Press(string go) => Follow(Page.Locator($"main button[name='go!'][value='{go}']"));

    /// <summary>Sends the one form of the page.</summary>
    public Task Send() => Follow("main form button[type=submit]");

    /// <summary>Clicks the first of what leads to another page.</summary>
    public Task Follow(string selector) => Follow(Page.Locator(selector).First);

    /// <summary>Clicks what leads to another page, and waits until that page is there whole: what is counted on half a page is
    /// wrong.</summary>
    public Task Follow(ILocator leads) => Arriving(() => leads.ClickAsync());

    /// <summary>Does what leads to another page, and waits for it.</summary>
    public async Task Arriving(Func<Task> leave)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.DOMContentLoaded += Arrived;
        try
        {
            await leave();
            await arrived.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
        }
        finally
        {
            Page.DOMContentLoaded -= Arrived;
        }

        void Arrived(object? sender, IPage page)
        {
            arrived.TrySetResult();
        }
    }

    public async Task Enter(string code)
    {
        await Go("/survey");
        await Page.FillAsync("#code", code);
        await Send();
        var path = new Uri(Page.Url).AbsolutePath;
        Own = path.StartsWith($"/{Language}/survey/", StringComparison.Ordinal) ? path[3..] : "";
    }

    /// <summary>Ticks every check that waits for a confirmation.</summary>
    public async Task ConfirmAll()
    {
        foreach (var confirmation in await Page.Locator("input[name^='confirm!']").AllAsync())
        {
            await confirmation.CheckAsync();
        }
    }

    public async Task SwitchLanguage()
    {
        await Follow("header [lang]");
        Language = Language == "de" ? "en" : "de";
    }

    /// <summary>What axe finds against WCAG 2.2 AA on the page as it is. Needs JavaScript, which our pages do not.</summary>
    /// <remarks>Axe is run on the page itself, which has no frames; its package for Playwright opens another window each time, to put
    /// together what it has found in frames.</remarks>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        await Page.EvaluateAsync(_axe);

        // Passed rules are most of the answer and of the time; what is looked at stays the same.
        var found = await Page.EvaluateAsync<string[]>(
            """
            async () => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                const looked = await axe.run({ resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } });
                return looked.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
            }
            """
        );
        return [.. found.Select(violation => $"{Page.Url}: {violation}")];
    }

    /// <summary>Adds what is wrong with the page as it is: barriers, code instead of words, and what sticks out of the window.</summary>
    public async Task Look(List<string> barriers)
    {
        if ((await Page.InnerTextAsync("body")).Contains(" { ", StringComparison.Ordinal))
        {
            barriers.Add($"{Page.Url}: shows code instead of words");
        }

        barriers.AddRange(await Barriers());
        if (await Overflow() is > 0 and var pixels)
        {
            barriers.Add($"{Page.Url}: {pixels} pixels wider than the window");
        }
    }

    /// <summary>How far the page is wider than the window, in pixels.</summary>
    public Task<int> Overflow() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Everything that should not have happened up to now.</summary>
    public void AssertNoComplaints() => Assert.Empty(_complaints);

    public async ValueTask DisposeAsync() => await _leave();

    private void Complain(bool wrong, string what)
    {
        if (wrong)
        {
            _complaints.Add(what);
        }
    }
}
