using System.Net.Sockets;
using System.Text;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A request written byte by byte, as no well-behaved client would.</summary>
internal static class RawRequest
{
    /// <returns>All that came back until the connection was closed.</returns>
    public static async Task<string> Send(Uri server, string request)
    {
        using var client = await Connect(server);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        return await Rest(client);
    }

    public static async Task<TcpClient> Connect(Uri server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        return client;
    }

    public static async Task<string> Rest(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8, false, 1024, leaveOpen: true);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
