namespace Dmk.Maturity.Server.Tests;

/// <summary>What a Host header may say, asked of every kind of entrance.</summary>
public sealed class HostTests(EmptyServer server) : IClassFixture<EmptyServer>
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:5080")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("[::1]:5080")]
    [InlineData("[::1]")]
    [InlineData("umfrage.example.de")]
    [InlineData("xn--mller-kva.de")]
    [InlineData("maturity_1.intern:80")]
    public async Task A_name_or_an_address_is_answered(string host)
    {
        Assert.StartsWith("HTTP/1.1 200 ", await Ask("/de", host), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await Ask("/graphql?query=%7B__typename%7D", host), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":5080")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("localhost:0")]
    [InlineData("localhost:80a")]
    [InlineData("localhost:-1")]
    [InlineData("[::1")]
    [InlineData("::1]:5080")]
    [InlineData("[zz]:80")]
    [InlineData("xn--")]
    [InlineData("a.xn--.de")]
    [InlineData("XN--\u00fc")]
    [InlineData("m\u00fcller.de")]
    [InlineData("a b")]
    [InlineData("one,two")]
    [InlineData("somebody@localhost")]
    [InlineData("localhost/path")]
    [InlineData("<script>")]
    public async Task Anything_else_is_refused_in_words_and_logs_nothing(string host)
    {
        foreach (
            var address in new[] { "/", "/de", "/de/survey", "/graphql", "/graphql?query=%7Bx%7D", "/health", "/de/nowhere", "/kern.css" }
        )
        {
            var answer = await Ask(address, host);

            Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(240, 200)]
    [InlineData(300, 400)]
    [InlineData(20_000, 400)]
    public async Task A_name_has_a_length(int length, int status) =>
        Assert.StartsWith(
            $"HTTP/1.1 {status} ",
            await Ask("/de", string.Concat(Enumerable.Repeat("abc.", length / 4)) + "de"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Without_any_the_request_is_refused()
    {
        var old = await RawRequest.Send(server.Address, "GET /de HTTP/1.0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", old, StringComparison.Ordinal);
        Assert.Contains("names no host", old, StringComparison.Ordinal);
    }

    private Task<string> Ask(string address, string host) =>
        RawRequest.Send(server.Address, $"GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
}
