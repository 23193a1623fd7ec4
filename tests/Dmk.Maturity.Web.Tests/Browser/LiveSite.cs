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
public class LiveSite : IAsyncLifetime
{
    public const string Study = "pilot-2027";

    // Enough for a figure in every Land.
    private readonly int _sample = 1_500;
    private readonly string _questionnaires = Path.Combine(RepositoryFiles.Root, "questionnaires");
    private readonly string _folder = Directory.CreateTempSubdirectory("dmk-web-").FullName;
    private WebApplication _server = null!;
    private readonly (string Questionnaire, string Index, string Study)? _own;
    private Queue<string> _codes = new();

    public string Address { get; private set; } = "";

    /// <summary>A site of its own for a test that changes the study, with too few companies for figures.</summary>
    internal static async Task<LiveSite> Small()
    {
        var site = new LiveSite(sample: 100);
        await site.InitializeAsync();
        return site;
    }

    /// <summary>A site with another questionnaire than the pilot's, its index and a study with the id own-study.</summary>
    internal static async Task<LiveSite> Of(string questionnaire, string index, string study)
    {
        var site = new LiveSite(questionnaire, index, study);
        await site.InitializeAsync();
        return site;
    }

    public LiveSite() { }

    private protected LiveSite(string questionnaire, string index, string study) => _own = (questionnaire, index, study);

    private LiveSite(int sample) => _sample = sample;

    /// <param name="questionnaires">Holds the pilot study and the classifications.</param>
    private protected LiveSite(int sample, string questionnaires) => (_sample, _questionnaires) = (sample, questionnaires);

    public T Get<T>()
        where T : notnull => _server.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var settings = new ServerSettings(_folder, _questionnaires, "http://127.0.0.1:0");
        _server = DmkServer.Build(settings);
        await _server.StartAsync();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        if (_own is var (questionnaire, index, study))
        {
            await Open(questionnaire, index, study);
        }
        else
        {
            await new DemoSetUp(_server.Services, settings, TextWriter.Null).Run(
                PicturesTests.Update ? new DemoSettings() : new DemoSettings(Sample: _sample),
                CancellationToken.None
            );
        }

        var invitations = await Get<FieldWork>().IssueCodes(_own is null ? Study : "own-study", 200, CancellationToken.None);
        _codes = new(invitations.Select(invitation => invitation.AccessCode));
    }

    private async Task Open(string questionnaire, string index, string study)
    {
        var stratum = ReportingCell.Of("BE", "construction", "S1");
        var (work, cancellation) = (Get<FieldWork>(), CancellationToken.None);
        await work.Publish(questionnaire, [index], study, [new FrameStratum(stratum, 400, 40)], Origin.Synthetic, cancellation);
        await work.AddSample(
            "own-study",
            [.. Enumerable.Range(1, 20).Select(number => new SampledUnit($"unit-{number}", stratum, $"Firma {number}", 5))],
            new Progress<(int, int)>(),
            cancellation
        );
        await work.Open("own-study", cancellation);
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

    public virtual async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
