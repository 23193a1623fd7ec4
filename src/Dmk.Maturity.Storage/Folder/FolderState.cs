using System.Globalization;
using System.Security.Cryptography;

namespace Dmk.Maturity.Storage;

/// <summary>How far a data folder is made.</summary>
internal enum FolderStage
{
    /// <summary>Nothing in it is precious yet: what is missing is created.</summary>
    BeingMade,

    /// <summary>Of format 2, which said nothing about its databases. Nothing in it is replaced.</summary>
    Earlier,

    /// <summary>Nothing in it is ever replaced.</summary>
    Complete,
}

/// <summary>What the file <c>format</c> of a data folder says: which databases and which key belong to it, and how often it has been
/// opened.</summary>
/// <param name="Folder">Id of the folder; empty where it is not known.</param>
/// <param name="Maturity">Id of maturity.db; empty where it is not known.</param>
/// <param name="Contacts">Id of contacts.db; empty where it is not known.</param>
/// <param name="Key">Check value of the key, never the key; empty where it is not known.</param>
/// <param name="Opening">Number of the last opening, from 1; 0 before the first one.</param>
internal sealed record FolderState(FolderStage Stage, string Folder, string Maturity, string Contacts, string Key, long Opening)
{
    public const string FileName = "format";
    private const string EarlierFormat = "dmk-maturity data folder 2";
    private const string Made = "complete";
    private const string BeingMade = "being made";

    /// <summary>With ids of its own.</summary>
    public static FolderState New() => new(FolderStage.BeingMade, NewId(), NewId(), NewId(), "", 0);

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="DataFolderException">Not readable, of another format or damaged.</exception>
    public static FolderState? Read(string location)
    {
        var file = Path.Combine(location, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        FileModes.CheckReadable(file);
        string[] lines;
        try
        {
            lines = [.. File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw FolderRefusal.NotReadable(file, exception);
        }

        return lines switch
        {
            [EarlierFormat] => new(FolderStage.Earlier, "", "", "", "", 0),
            [DataFolder.Format, .. var facts] => Read(facts) ?? throw FolderRefusal.DamagedState(file),
            [] => throw FolderRefusal.DamagedState(file),
            [var other, ..] => throw FolderRefusal.OtherFormat(location, other),
        };
    }

    /// <summary>Written aside, through to the disk, and renamed: a reader finds the old file or the new one, and so does whoever comes
    /// after a power cut.</summary>
    public void Write(string location)
    {
        var file = Path.Combine(location, FileName);
        var fresh = file + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            stream.Write(ToBytes());
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
        NativeMethods.Flush(location);
    }

    /// <summary>As it stands in its file.</summary>
    public byte[] ToBytes()
    {
        var opening = Opening.ToString(CultureInfo.InvariantCulture);
        string[] lines =
        [
            DataFolder.Format,
            $"state: {(Stage == FolderStage.Complete ? Made : BeingMade)}",
            $"folder: {Folder}",
            $"maturity.db: {Maturity}",
            $"contacts.db: {Contacts}",
            $"entry.key: {Key}",
            $"opening: {opening}",
        ];
        return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    private static FolderState? Read(string[] facts)
    {
        var read = facts
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
            .ToDictionary(fact => fact.Key, fact => fact.First(), StringComparer.Ordinal);
        FolderStage? stage = Of("state") switch
        {
            Made => FolderStage.Complete,
            BeingMade => FolderStage.BeingMade,
            _ => null,
        };
        var isNumber = long.TryParse(Of("opening"), NumberStyles.None, CultureInfo.InvariantCulture, out var opening);
        return
            stage is { } known
            && isNumber
            && Of("folder").Length > 0
            && Of("maturity.db").Length > 0
            && Of("contacts.db").Length > 0
            && (Of("entry.key").Length > 0 || known == FolderStage.BeingMade)
            ? new(known, Of("folder"), Of("maturity.db"), Of("contacts.db"), Of("entry.key"), opening)
            : null;

        string Of(string name)
        {
            return read.GetValueOrDefault(name, "");
        }
    }
}
