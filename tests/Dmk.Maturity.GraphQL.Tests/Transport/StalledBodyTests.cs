using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A body that does not come is refused in time, in words that say that nothing was done; a sender that goes is nobody's
/// fault.</summary>
public sealed class StalledBodyTests : IAsyncLifetime
{
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private readonly Platform _platform = new()
    {
        More = services => services.AddSingleton(new GraphQLLimits { Time = TimeSpan.FromSeconds(1) }),
    };

    public ValueTask InitializeAsync() => _platform.InitializeAsync();

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n")]
    [InlineData("Content-Length: 100\r\n\r\n{\"query\":\"mutation")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n")]
    public async Task A_body_that_does_not_come_is_refused_in_time(string rest)
    {
        using var client = await Send(Head + rest);
        var begun = Stopwatch.GetTimestamp();
        var answer = await Answer(client);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(9));
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("TIMED_OUT", answer, StringComparison.Ordinal);
        Assert.Contains("nothing of it was done", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("may have taken effect", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"query\":\"mutation")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n")]
    public async Task A_sender_that_goes_in_the_middle_is_not_logged(string rest)
    {
        for (var times = 0; times < 20; times++)
        {
            using var client = await Send(Head + rest);
            client.LingerState = new LingerOption(true, 0);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Empty(_platform.Log.All);
    }

    [Theory]
    [InlineData("ffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("1\r\n{}\r\n0\r\n\r\n")]
    public async Task A_chunk_whose_size_is_wrong_is_the_senders_mistake(string chunks)
    {
        using var client = await Send(Head + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        Assert.StartsWith("HTTP/1.1 400 ", await Answer(client), StringComparison.Ordinal);
        Assert.Empty(_platform.Log.All);
    }

    /// <summary>Until its JSON has ended; what becomes of the connection afterwards is the server's.</summary>
    private static async Task<string> Answer(TcpClient client)
    {
        var answer = "";
        var buffer = new byte[4096];
        while (!answer.Contains("}]}", StringComparison.Ordinal))
        {
            var read = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(read > 0, answer);
            answer += Encoding.UTF8.GetString(buffer, 0, read);
        }

        return answer;
    }

    private async Task<TcpClient> Send(string request)
    {
        var client = new TcpClient();
        await client.ConnectAsync(_platform.Server.Host, _platform.Server.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return client;
    }
}
