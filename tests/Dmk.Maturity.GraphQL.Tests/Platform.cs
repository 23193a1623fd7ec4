using System.Text;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Dmk.Maturity.GraphQL.Tests.Platform))]

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A real host on a free port, for all tests.</summary>
public sealed class Platform : IAsyncLifetime
{
    private readonly WebApplication _host = Host();
    private HttpClient _http = new();

    internal static Uri Address { get; } = new("graphql", UriKind.Relative);

    public async ValueTask InitializeAsync()
    {
        await _host.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = new Uri(_host.Urls.Single() + "/") };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    internal HttpRequestMessage Request(string query, object? variables = null) => new(HttpMethod.Post, Address)
    {
        Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
    };

    internal async Task<Answered> Query(string query, object? variables = null, string? token = null, string? accept = null)
    {
        using var request = Request(query, variables);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Send(request);
    }

    internal async Task<Answered> Post(HttpContent content, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Send(request);
    }

    internal async Task<Answered> Send(HttpRequestMessage request) => await Answered.Of(await _http.SendAsync(request, TestContext.Current.CancellationToken));

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Catalogue>().AddSingleton<Results>().AddSingleton<Accounts>().AddSingleton<Entrance>().AddSingleton<FieldWork>().AddSingleton<IGrainFactory>(_ => null!);
        builder.Services.AddDmkGraphQL();
        var host = builder.Build();
        host.MapDmkGraphQL();
        return host;
    }
}
