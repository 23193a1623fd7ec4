using System.Text.RegularExpressions;

namespace Dmk.Maturity.Storage;

/// <summary>The files of a data folder that a backup holds, and how large each may be. No other name is ever read from one.</summary>
internal static partial class BackupNames
{
    public const string Maturity = "maturity.db";
    public const string Contacts = "contacts.db";
    public const string EntryKey = "keys/entry.key";
    public const string Forms = "keys/forms";

    /// <summary>That the folder is a demonstration; in no other one.</summary>
    public const string Demonstration = "demo.json";

    /// <summary>A new key of forms is made every 90 days.</summary>
    public const int MostFormKeys = 1000;

    public const int MostBytesOfManifest = 1 << 20;

    private const int MostBytesOfSmallFiles = 1 << 16;

    /// <returns>0 for what is no part of a backup.</returns>
    public static long MostBytes(string name) =>
        name switch
        {
            BackupManifest.Name => MostBytesOfManifest,
            Maturity or Contacts => long.MaxValue,
            FolderState.FileName or EntryKey or Demonstration => MostBytesOfSmallFiles,
            _ => IsFormKey(name) ? MostBytesOfSmallFiles : 0,
        };

    public static bool IsFormKey(string name) => FormKey().IsMatch(name);

    [GeneratedRegex(@"\Akeys/forms/[A-Za-z0-9_-]{1,60}\.xml\z", RegexOptions.CultureInvariant)]
    private static partial Regex FormKey();
}
