using System.Security.Cryptography;
using System.Text;

namespace Dmk.Maturity.Storage;

/// <summary>Keyed hashes of secrets that are never stored in clear: access codes, sessions, tokens (HMAC-SHA-256).</summary>
public sealed class KeyedHash
{
    private const int KeyBytes = 32;
    private readonly byte[] _key;

    private KeyedHash(byte[] key) => _key = key;

    /// <param name="purpose">Keeps a code from serving as a token.</param>
    public byte[] Of(string purpose, string secret) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{secret}"));

    /// <summary>Says whether a key is the right one, and nothing about the key.</summary>
    internal string Check => Convert.ToHexStringLower(Of("data folder", "check value"))[..16];

    /// <summary>Opens the key for this process alone, until the stream is closed.</summary>
    /// <exception cref="DataFolderException">Missing where it was there, not readable, open to others, or in use by another
    /// server.</exception>
    internal static FileStream Hold(string location, FolderStage stage)
    {
        var file = FileOf(location);
        if (!File.Exists(file))
        {
            if (stage != FolderStage.BeingMade)
            {
                throw FolderRefusal.KeyMissing(file);
            }

            Write(file, RandomNumberGenerator.GetBytes(KeyBytes));
        }

        CheckMode(file);
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw FolderRefusal.NotReadable(file, exception);
        }
        catch (IOException exception)
        {
            throw FolderRefusal.InUse(location, exception);
        }
    }

    /// <exception cref="DataFolderException">Not a key.</exception>
    internal static KeyedHash Read(FileStream held)
    {
        using var reader = new StreamReader(held, Encoding.ASCII, leaveOpen: true);
        return Of(Encoding.ASCII.GetBytes(reader.ReadToEnd()), held.Name);
    }

    /// <summary>The key file as it is, even while a server holds it.</summary>
    /// <exception cref="DataFolderException">Missing or not readable.</exception>
    internal static byte[] Bytes(string location)
    {
        var file = FileOf(location);
        if (!File.Exists(file))
        {
            throw FolderRefusal.KeyMissing(file);
        }

        CheckMode(file);
        try
        {
            using var stream = NativeMethods.OpenHeld(file);
            var bytes = new byte[KeyBytes * 8];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw FolderRefusal.NotReadable(file, exception);
        }
    }

    /// <param name="content">Of the key file.</param>
    /// <param name="file">Its path, for whoever reads why it is no key.</param>
    internal static KeyedHash Of(byte[] content, string file)
    {
        try
        {
            var key = Convert.FromHexString(Encoding.ASCII.GetString(content).Trim());
            return key.Length == KeyBytes ? new(key) : throw Broken(file, null);
        }
        catch (FormatException exception)
        {
            throw Broken(file, exception);
        }
    }

    internal static string FileOf(string location) => Path.Combine(location, "keys", "entry.key");

    private static void Write(string file, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        else
        {
            Directory.CreateDirectory(
                Path.GetDirectoryName(file)!,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            options.UnixCreateMode = FileModes.Owner;
        }

        // Written aside and renamed, so that a crash leaves no half key.
        var fresh = file + ".new";
        File.Delete(fresh);
        using (var stream = new FileStream(fresh, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file);
        NativeMethods.Flush(Path.GetDirectoryName(file)!);
    }

    private static void CheckMode(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var mode = File.GetUnixFileMode(file);
        if ((mode & ~FileModes.Owner) != 0)
        {
            throw FolderRefusal.KeyOpenToOthers(file);
        }

        if (!mode.HasFlag(UnixFileMode.UserRead))
        {
            throw FolderRefusal.NotReadable(file);
        }
    }

    private static DataFolderException Broken(string file, Exception? cause) =>
        new($"The key file {file} is not a key of {KeyBytes} bytes in hexadecimal. Restore it from where keys are kept.", cause!);
}
