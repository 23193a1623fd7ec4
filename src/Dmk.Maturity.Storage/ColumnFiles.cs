using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Storage;

/// <summary>What partitions have made of stored rows, in files of their own beside the databases, so that it is not made again at every
/// start. The rows alone are the truth: a file may be deleted at any time, no backup holds one, and whoever reads one decides whether it
/// still speaks of the rows.</summary>
/// <remarks>A file is a line, the SHA-256 of all that follows, and what was written. It is written aside and renamed; it is not forced
/// to the disk, for what a power cut leaves of it has another hash.</remarks>
public sealed class ColumnFiles(DataFolder folder, IOptions<StoreLimits> limits)
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
    /// <exception cref="IOException">It cannot be written, or would take room that the databases need; what was there is still there, and
    /// nothing lies beside it.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void Write(string path, Action<BinaryWriter> content)
    {
        OwnersFile.CreateFolder(Location);
        CheckNoLink(Location);
        var fresh = path + ".new";
        File.Delete(fresh);
        if (Disk.Free(path) < limits.Value.LowSpaceInMegabytes << 20)
        {
            throw new IOException("little is free on the disk, and that is left to the databases");
        }

        try
        {
            WriteAside(fresh, content);
            File.Move(fresh, path, overwrite: true);
        }
        catch
        {
            // On a full disk it would take the room that the next submission needs.
            File.Delete(fresh);
            throw;
        }
    }

    private static void WriteAside(string fresh, Action<BinaryWriter> content)
    {
        using var file = OwnersFile.Create(fresh);
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

    /// <returns>What was written; null where there is no file.</returns>
    /// <exception cref="InvalidDataException">It is not whole, was changed, or is no file of this folder for its owner alone; the
    /// message says which.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public BinaryReader? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        CheckNoLink(Location);
        CheckNoLink(path);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != FileModes.Owner)
        {
            throw new InvalidDataException("others than its owner may use it");
        }

        // A pipe has no length, and to open it would wait for whoever writes into it.
        var begin = _first.Length + SHA256.HashSizeInBytes;
        var bytes = new FileInfo(path).Length < begin ? [] : File.ReadAllBytes(path);
        if (bytes.Length < begin || !bytes.AsSpan().StartsWith(_first))
        {
            throw new InvalidDataException("it does not begin as such files do");
        }

        return SHA256.HashData(bytes.AsSpan(begin)).AsSpan().SequenceEqual(bytes.AsSpan(_first.Length, SHA256.HashSizeInBytes))
            ? new(new MemoryStream(bytes, begin, bytes.Length - begin, writable: false), Encoding.UTF8)
            : throw new InvalidDataException("its hash is another one than that of what it holds");
    }

    /// <summary>What lies elsewhere has other rights than the data folder, and is nobody's to read or to write over.</summary>
    private static void CheckNoLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new InvalidDataException($"{path} is a link to another place");
        }
    }
}
