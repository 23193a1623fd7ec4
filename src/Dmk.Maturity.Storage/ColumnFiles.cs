using System.Security.Cryptography;
using System.Text;

namespace Dmk.Maturity.Storage;

/// <summary>What partitions have made of stored rows, in files of their own beside the databases, so that it is not made again at every
/// start. The rows alone are the truth: a file may be deleted at any time, no backup holds one, and whoever reads one decides whether it
/// still speaks of the rows.</summary>
/// <remarks>A file is a line, the SHA-256 of all that follows, and what was written. It is written aside and renamed; it is not forced
/// to the disk, for what a power cut leaves of it has another hash.</remarks>
public sealed class ColumnFiles(DataFolder folder)
{
    /// <summary>In the data folder.</summary>
    public const string FolderName = "columns";

    private static readonly byte[] _first = "dmk-maturity columns 1\n"u8.ToArray();

    private string Location => Path.Combine(folder.Location, FolderName);

    /// <summary>Full path.</summary>
    /// <param name="scoring">0, or the number of an index model that was added to the study.</param>
    public string PathOf(string land, string study, int scoring) =>
        Path.Combine(Location, Uri.EscapeDataString(scoring == 0 ? $"{study}.{land}" : $"{study}.{land}.{scoring}"));

    /// <summary>Takes the place of what was there.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void Write(string path, Action<BinaryWriter> content)
    {
        OwnersFile.CreateFolder(Location);
        var fresh = path + ".new";
        File.Delete(fresh);
        using (var file = OwnersFile.Create(fresh))
        {
            using var hash = SHA256.Create();
            file.Write(_first);
            file.Write(new byte[SHA256.HashSizeInBytes]);
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (var buffered = new BufferedStream(hashed, 1 << 16))
            using (var writer = new BinaryWriter(buffered, Encoding.UTF8))
            {
                content(writer);
            }

            file.Position = _first.Length;
            file.Write(hash.Hash);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <returns>What was written; null where there is no file.</returns>
    /// <exception cref="InvalidDataException">It is not whole, or was changed; the message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static BinaryReader? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var begin = _first.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < begin || !bytes.AsSpan().StartsWith(_first))
        {
            throw new InvalidDataException("it does not begin as such files do");
        }

        return SHA256.HashData(bytes.AsSpan(begin)).AsSpan().SequenceEqual(bytes.AsSpan(_first.Length, SHA256.HashSizeInBytes))
            ? new(new MemoryStream(bytes, begin, bytes.Length - begin, writable: false), Encoding.UTF8)
            : throw new InvalidDataException("its hash is another one than that of what it holds");
    }
}
