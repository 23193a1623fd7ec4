using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A server that is told to end answers what it has accepted, and tells the others to come again.</summary>
public sealed class StoppingTests
{
    private const string Body = """{"query":"{ __typename }"}""";

    [Fact]
    public async Task What_was_accepted_is_answered_and_what_comes_then_is_told_to_come_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var folder = new TemporaryFolder();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var server = await ServerProcess.Start(folder.Of("data"), address.OriginalString);
        using var slow = await HalfSent(address);
        using var http = new HttpClient { BaseAddress = address };
        await http.GetStringAsync(new Uri("health", UriKind.Relative), TestContext.Current.CancellationToken);

        server.Terminate();
        using var page = await FirstRefused(http, "en");
        using var graph = await http.PostAsJsonAsync(
            new Uri("graphql", UriKind.Relative),
            new { query = "{ __typename }" },
            TestContext.Current.CancellationToken
        );
        using var ready = await http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        using var live = await http.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        // Longer than the two seconds after which a command line would be ended.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[5..]), TestContext.Current.CancellationToken);
        var answer = await RawRequest.Rest(slow);
        var (_, exitCode) = await server.Exited();

        Assert.Equal(0, exitCode);
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Contains("\"__typename\":\"Query\"", answer, StringComparison.Ordinal);
        Assert.Contains(
            "The site is being restarted",
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"code\":\"STOPPING\"",
            await graph.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal("stopping", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.All([page, graph, ready], response => Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode));
        Assert.All([page, graph, ready], response => Assert.True(response.Headers.ConnectionClose));
        Assert.All([page, graph, ready], response => Assert.NotNull(response.Headers.RetryAfter));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task A_server_that_nobody_asks_ends_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var folder = new TemporaryFolder();
        using var server = await ServerProcess.Start(folder.Of("data"), $"http://127.0.0.1:{FreePort()}");

        server.Terminate();
        var (errors, exitCode) = await server.Exited();

        Assert.Equal(0, exitCode);
        Assert.Contains("open were 0, cut are 0", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_ready_yet_ends_in_order_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var folder = new TemporaryFolder();
        using var server = await ServerProcess.Listening(folder.Of("data"), new Uri($"http://127.0.0.1:{FreePort()}"));

        server.Terminate();
        var (errors, exitCode) = await server.Exited();

        Assert.Equal(0, exitCode);
        Assert.Contains("Stopping: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Interrupted", errors, StringComparison.Ordinal);
    }

    /// <summary>The signal takes a moment to arrive.</summary>
    private static async Task<HttpResponseMessage> FirstRefused(HttpClient http, string address)
    {
        while (true)
        {
            var response = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return response;
            }

            response.Dispose();
        }
    }

    private static async Task<TcpClient> HalfSent(Uri server)
    {
        var client = await RawRequest.Connect(server);
        var head = $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + Body[..5]), TestContext.Current.CancellationToken);
        return client;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
