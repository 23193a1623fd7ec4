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

    internal static KeyedHash Open(string location, bool mayCreate)
    {
        var file = Path.Combine(location, "keys", "entry.key");
        if (!File.Exists(file))
        {
            if (!mayCreate)
            {
                throw new DataFolderException(
                    $"The key file {file} is missing, and without it no access code of this folder can be "
                        + "recognised. Restore it from where keys are kept."
                );
            }

            Write(file, RandomNumberGenerator.GetBytes(KeyBytes));
        }

        CheckMode(file);
        return new KeyedHash(Read(file));
    }

    private static byte[] Read(string file)
    {
        try
        {
            var key = Convert.FromHexString(File.ReadAllText(file).Trim());
            return key.Length == KeyBytes ? key : throw Broken(file, null);
        }
        catch (FormatException exception)
        {
            throw Broken(file, exception);
        }
    }

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
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
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
    }

    private static void CheckMode(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new DataFolderException($"Others than its owner may use the key file {file}. Run: chmod 600 {file}");
        }
    }

    private static DataFolderException Broken(string file, Exception? cause) =>
        new($"The key file {file} is not a key of {KeyBytes} bytes in hexadecimal. Restore it from where keys are kept.", cause!);
}
