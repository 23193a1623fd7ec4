using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Dmk.Maturity.Server;

/// <summary>Messages over a connection, from either side: what it says, how long its text is, the text in UTF-8.</summary>
internal sealed class ControlLine(Socket socket) : IDisposable
{
    /// <summary>Of a command line with its folder, and of whatever else a caller says.</summary>
    public const int LongestOfCaller = 1 << 20;

    /// <summary>Of one text that a command writes at once, such as a table in JSON.</summary>
    public const int LongestOfServer = 1 << 28;

    private const int HeadLength = 5;

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly Lock _sending = new();

    /// <summary>How long <see cref="Receive"/> waits; for ever without it.</summary>
    public TimeSpan? Patience
    {
        init => socket.ReceiveTimeout = (int)(value?.TotalMilliseconds ?? 0);
    }

    public void WaitForEver() => socket.ReceiveTimeout = 0;

    /// <exception cref="IOException">The other side has gone.</exception>
    public void Send(Signal signal, string text)
    {
        var message = new byte[HeadLength + Encoding.UTF8.GetByteCount(text)];
        message[0] = (byte)signal;
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(1), message.Length - HeadLength);
        Encoding.UTF8.GetBytes(text, message.AsSpan(HeadLength));
        try
        {
            lock (_sending)
            {
                _stream.Write(message);
            }
        }
        catch (ObjectDisposedException exception)
        {
            throw new IOException("the conversation has ended", exception);
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <param name="longest">In bytes; a longer one ends the conversation.</param>
    /// <returns>Null when the other side has gone, says nothing in time, or too much.</returns>
    public (Signal Signal, string Text)? Receive(int longest)
    {
        try
        {
            var head = new byte[HeadLength];
            _stream.ReadExactly(head);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
            if (length < 0 || length > longest)
            {
                return null;
            }

            var text = new byte[length];
            _stream.ReadExactly(text);
            return ((Signal)head[0], Encoding.UTF8.GetString(text));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Ends a wait on either side.</summary>
    public void Dispose()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }

        _stream.Dispose();
    }
}
