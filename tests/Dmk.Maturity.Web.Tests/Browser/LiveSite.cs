using Dmk.Maturity.Grains;
using Dmk.Maturity.Server;
using Dmk.Maturity.Studies;
using Dmk.Maturity.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(LiveSite))]

namespace Dmk.Maturity.Web.Tests;

/// <summary>The real server over a temporary data folder, with some hundred synthetic companies that have answered.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    public const string Study = "pilot-2027";

    // Enough for a figure in every Land.
    private readonly int _sample = 1_500;
    private readonly string _folder = Directory.CreateTempSubdirectory("dmk-web-").FullName;
    private WebApplication _server = null!;
    private Queue<string> _codes = new();

    public string Address { get; private set; } = "";

    /// <summary>A site of its own for a test that changes the study, with too few companies for figures.</summary>
    internal static async Task<LiveSite> Small()
    {
        var site = new LiveSite(sample: 100);
        await site.InitializeAsync();
        return site;
    }

    public LiveSite() { }

    private LiveSite(int sample) => _sample = sample;

    public T Get<T>()
        where T : notnull => _server.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var settings = new ServerSettings(_folder, Path.Combine(RepositoryFiles.Root, "questionnaires"), "http://127.0.0.1:0");
        _server = DmkServer.Build(settings);
        await _server.StartAsync();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await new DemoSetUp(_server.Services, settings, TextWriter.Null).Run(
            PicturesTests.Update ? new DemoSettings() : new DemoSettings(Sample: _sample),
            CancellationToken.None
        );
        _codes = new((await Get<FieldWork>().IssueCodes(Study, 200, CancellationToken.None)).Select(invitation => invitation.AccessCode));
    }

    /// <summary>The access code of a company that has not answered yet.</summary>
    public string NextCode()
    {
        lock (_codes)
        {
            return _codes.Dequeue();
        }
    }

    public async Task<string> Token(Role role) => (await Issue(role)).Secret;

    public Task<IssuedToken> Issue(Role role) =>
        Get<Accounts>().CreateToken(role, null, "test of the pages", TimeSpan.FromHours(1), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
