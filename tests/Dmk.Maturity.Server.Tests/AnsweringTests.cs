using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What watches, proxies and scripts ask a server: HEAD, and whether it is alive and ready.</summary>
public sealed class AnsweringTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            CheckCertificateRevocationList = true,
        }
    );
    private WebApplication _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = DmkServer.Build(new ServerSettings(_folder.Of("data"), Repository.Questionnaires, "http://127.0.0.1:0"));
        await _server.StartAsync(Cancellation);
        _http.BaseAddress = new Uri(_server.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/de")]
    [InlineData("/en/survey")]
    [InlineData("/de/nowhere")]
    [InlineData("/de/results/nothing/table.csv")]
    [InlineData("/graphql?query=%7B%20studies%20%7B%20id%20%7D%20%7D")]
    [InlineData("/graphql")]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Head_answers_as_get_without_a_body(string address)
    {
        using var got = await Send(HttpMethod.Get, address);
        using var head = await Send(HttpMethod.Head, address);

        Assert.Equal(got.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(Names(got), Names(head));
    }

    [Fact]
    public async Task A_locked_store_turns_ready_red_and_live_stays_green_until_it_is_free_again()
    {
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Health("/health/ready"));
        await using (var other = new SqliteConnection($"Data Source={_folder.Of("data/maturity.db")};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await using var held = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Cancellation);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "locked"), await Health("/health/ready"));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "locked"), await Health("/health"));
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await Health("/health/live"));
        }

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Health("/health/ready"));
    }

    private static IEnumerable<string> Names(HttpResponseMessage answer) =>
        answer.Headers.Select(header => header.Key).Where(name => name is not "Transfer-Encoding").Order(StringComparer.Ordinal);

    private Task<HttpResponseMessage> Send(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        return _http.SendAsync(request, Cancellation);
    }

    private async Task<(HttpStatusCode, string)> Health(string address)
    {
        using var answer = await Send(HttpMethod.Get, address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
