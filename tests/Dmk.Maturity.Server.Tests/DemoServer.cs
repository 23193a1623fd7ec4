using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A whole server in this process, on a free port, with the demonstration set up on a small sample.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    public const string Study = "pilot-2027";

    private readonly WebApplication _server;
    private readonly HttpClient _http;

    private DemoServer(WebApplication server, string console)
    {
        (_server, Console) = (server, console);
        _http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
    }

    public IServiceProvider Services => _server.Services;

    /// <summary>What the set-up has printed.</summary>
    public string Console { get; }

    public static async Task<DemoServer> Start(string data, int sample)
    {
        var settings = new ServerSettings(data, Repository.Questionnaires, "http://127.0.0.1:0");
        var server = DmkServer.Build(settings);
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var console = new StringWriter();
        await new DemoSetUp(server.Services, settings, console).Run(new DemoSettings(sample), TestContext.Current.CancellationToken);

        // As 'serve' does once it is ready.
        await server.Services.GetRequiredService<WarmUp>().Results(TestContext.Current.CancellationToken);
        return new(server, console.ToString());
    }

    public async Task<string> Token(Role role) =>
        (
            await Services
                .GetRequiredService<Accounts>()
                .CreateToken(role, null, "test", TimeSpan.FromHours(1), TestContext.Current.CancellationToken)
        ).Secret;

    /// <summary>The index by these variables, as this role sees it.</summary>
    public Task<JsonElement> Table(Role role, params string[] by) => Table(role, "PER_ENTERPRISE", by);

    /// <summary>The mean per person employed, as this role sees it.</summary>
    public Task<JsonElement> TablePerPerson(Role role, params string[] by) => Table(role, "PER_PERSON_EMPLOYED", by);

    private async Task<JsonElement> Table(Role role, string estimand, string[] by)
    {
        var ids = string.Join(", ", by.Select(id => $"\"{id}\""));
        var query = $$"""
            { study(id: "{{Study}}", language: EN) { indexTable(by: [{{ids}}], estimand: {{estimand}}) {
                synthetic
                total { estimate standardError respondents status }
                cells { codes { variable code } estimate standardError respondents status }
                provenance { weighting { collapses { from into } } } } } }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("graphql", UriKind.Relative))
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Authorization = new("Bearer", await Token(role));
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new UnreachableException(errors.GetRawText())
            : answer.GetProperty("data").GetProperty("study").GetProperty("indexTable");
    }

    public Task<string> Page(string address) =>
        _http.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
    }
}
