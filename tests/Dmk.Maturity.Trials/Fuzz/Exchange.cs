using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>Sends one request over a connection of its own and waits for the answer to it.</summary>
internal static class Exchange
{
    /// <summary>A whole request is answered by then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Where something is missing, the server may wait for it; nobody waits for the server.</summary>
    private static readonly TimeSpan _impatience = TimeSpan.FromMilliseconds(150);

    /// <returns>The status, or what came instead of it, and the beginning of the answer.</returns>
    public static async Task<(string Status, string Answer)> Send(Uri server, FuzzRequest request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(request.IsWhole ? Patience : _impatience);
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.LingerState = new LingerOption(true, 0);
        using var answer = new MemoryStream();
        try
        {
            await client.ConnectAsync(server.Host, server.Port, limit.Token);
            var sending = Write(client, request.Bytes, limit.Token);
            await Read(client, answer, request.IsHead, limit.Token);
            limit.CancelAfter(TimeSpan.FromSeconds(1));
            await sending;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What came until then counts.
        }
        catch (SocketException)
        {
            // Closed by the server, perhaps with an answer before it.
        }

        var text = Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)Math.Min(answer.Length, 2_000));
        return (IsFrame(answer) ? "HTTP/2 frame" : StatusOf(text, request.IsWhole), text);
    }

    private static string StatusOf(string answer, bool isWhole)
    {
        var start = AfterContinue(answer);
        return start.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && start.Length > 12
            ? start[9..12] == "503" && start.Contains("\"BUSY\"", StringComparison.Ordinal)
                ? "503 BUSY"
                : start[9..12]
            : start.Length > 0
                ? "no HTTP"
                : isWhole
                    ? "unanswered"
                    : "not waited for";
    }

    /// <summary>That says goodbye to somebody who spoke HTTP/2 where only HTTP/1.1 is spoken: settings or "go away".</summary>
    private static bool IsFrame(MemoryStream answer) => answer.Length > 9 && answer.GetBuffer() is [0, 0, _, 4 or 7, ..];

    private static string AfterContinue(string answer) =>
        answer.StartsWith("HTTP/1.1 100", StringComparison.Ordinal)
        && answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end
            ? answer[(end + 4)..]
            : answer;

    private static async Task Write(Socket client, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            for (var sent = 0; sent < bytes.Length; )
            {
                sent += await client.SendAsync(bytes.AsMemory(sent), cancellation);
            }
        }
        catch (SocketException)
        {
            // The server has answered before everything was sent, and closed.
        }
    }

    private static async Task Read(Socket client, MemoryStream answer, bool isHead, CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        while (await client.ReceiveAsync(buffer, cancellation) is > 0 and var read)
        {
            await answer.WriteAsync(buffer.AsMemory(0, read), cancellation);
            if (IsComplete(answer, isHead))
            {
                return;
            }
        }
    }

    private static bool IsComplete(MemoryStream answer, bool isHead)
    {
        var bytes = answer.GetBuffer().AsSpan(0, (int)answer.Length);
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end >= 0 && bytes.StartsWith("HTTP/1.1 100"u8))
        {
            bytes = bytes[(end + 4)..];
            end = bytes.IndexOf("\r\n\r\n"u8);
        }

        if (end < 0)
        {
            return false;
        }

        var head = Encoding.Latin1.GetString(bytes[..(end + 2)]);
        if (
            isHead
            || head.StartsWith("HTTP/1.1 304", StringComparison.Ordinal)
            || head.StartsWith("HTTP/1.1 204", StringComparison.Ordinal)
        )
        {
            return true;
        }

        const string name = "\r\nContent-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            ? bytes.Length >= end + 4 + int.Parse(head[(at + name.Length)..head.IndexOf('\r', at + 2)], CultureInfo.InvariantCulture)
            : bytes[(end + 2)..].IndexOf("\r\n0\r\n\r\n"u8) >= 0;
    }
}
