using System.Net.Sockets;
using System.Text;

namespace Dmk.Maturity.Server;

/// <summary>The socket in a data folder at which its running server takes commands; it opens no port, and only the folder's owner reaches
/// it.</summary>
internal static class ControlSocket
{
    public const string FileName = "control.sock";

    /// <summary>Bytes of a socket's path: Linux takes 107 at most, others somewhat less (unix(7)).</summary>
    private const int LongestPath = 103;

    private const int Waiting = 16;

    public static string PathIn(string data) => Path.Combine(Path.GetFullPath(data), FileName);

    /// <summary>Listens in a folder that this process holds: what a killed server has left there is replaced.</summary>
    /// <exception cref="SocketException">The disk of the folder takes no sockets.</exception>
    /// <exception cref="FaultException">Its path is too long.</exception>
    public static Socket Listen(string data)
    {
        var path = Address(data);
        File.Delete(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            socket.Listen(Waiting);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A folder that is not there any more has none.</summary>
    public static void Remove(string data)
    {
        if (Directory.Exists(data))
        {
            File.Delete(PathIn(data));
        }
    }

    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="FaultException">Its path is too long.</exception>
    public static Socket Connect(string data)
    {
        var address = new UnixDomainSocketEndPoint(Address(data));
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(address);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The full path, or the one from the current folder where that is too long.</summary>
    private static string Address(string data)
    {
        var path = PathIn(data);
        if (Fits(path))
        {
            return path;
        }

        var near = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return Fits(near)
            ? near
            : throw new FaultException(
                FormattableString.Invariant($"the path {path} is longer than the {LongestPath} bytes that a socket's path may have")
            );
    }

    private static bool Fits(string path) => Encoding.UTF8.GetByteCount(path) <= LongestPath;
}
