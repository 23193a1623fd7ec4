namespace Dmk.Maturity.Storage;

/// <summary>Why a backup is not made or not restored: each reason in a sentence of its own, with what to do.</summary>
internal static class BackupRefusal
{
    public static DataFolderException NoFolder(string location) => new($"There is no data folder {location}; name one with --data.");

    public static DataFolderException NotComplete(string location) =>
        new($"The data folder {location} is not complete or of an earlier format: start its server once, then make the backup.");

    public static DataFolderException Exists(string file) => new($"{file} exists already and is not written over.");

    public static DataFolderException InTheFolder(string file, string location) =>
        new($"{file} lies in the data folder {location}, and would be lost together with it. Choose another place.");

    public static DataFolderException InTheWay(string aside) =>
        new($"{aside} is in the way: another backup is being made there, or one was interrupted. If none is, remove it.");

    public static DataFolderException NotWritten(string file, Exception cause) =>
        new($"{file} was not written: {cause.Message.TrimEnd('.')}.", cause);

    public static DataFolderException NoFile(string file) => new($"There is no file {file}.");

    public static DataFolderException NotReadable(string file, Exception cause) =>
        new($"{file} cannot be read: {cause.Message.TrimEnd('.')}.", cause);

    public static DataFolderException NoPlace(string file) =>
        new(
            $"There is no folder {Path.GetDirectoryName(file)} for the backup. Make it, or see that its disk is there; nothing was written."
        );

    public static DataFolderException NoBackup(string file) =>
        new(
            Directory.Exists(file)
                ? $"{file} is a folder and no backup. Name a data folder with --data."
                : $"{file} is not a backup of a data folder. Nothing was changed."
        );

    public static DataFolderException CutOff(string file) =>
        new($"The backup {file} is cut off: its end is missing. Use another copy of it; nothing was changed.");

    public static DataFolderException Damaged(string file, string what) =>
        new($"The backup {file} is damaged: {what}. Use another copy of it; nothing was changed.");

    public static DataFolderException Foreign(string file, string what) =>
        new($"The backup {file} holds {what}, which no backup of this program does. Nothing was changed.");

    public static DataFolderException OtherFormat(string file, string? found) =>
        new(
            $"The backup {file} says \"{found}\"; this program reads \"{BackupManifest.Known}\". Use the version that made it; nothing was "
                + "restored."
        );

    public static DataFolderException OfOtherFolderFormat(string file, string found) =>
        new($"The backup {file} is of a folder of another format: {found}");

    public static DataFolderException NotEmpty(string location) =>
        new($"{location} is not empty. Choose a folder that is empty or does not exist, or move this one aside with --replace.");

    public static DataFolderException IsAFile(string location) => new($"{location} is a file. Choose another folder with --data.");

    public static DataFolderException LeftOver(string aside) =>
        new($"{aside} is in the way, and no interrupted restore has left it. Move it.");

    public static DataFolderException NotRestored(string location, Exception cause) =>
        new($"{location} was not restored, and what was there is as it was: {cause.Message.TrimEnd('.')}.", cause);

    public static DataFolderException NotUnpacked(string aside, Exception cause) =>
        new($"The backup cannot be unpacked into {aside}: {cause.Message.TrimEnd('.')}.", cause);

    public static DataFolderException OtherSchema(string file) =>
        new($"The database {file} is of another version of the program: verify it with that one, or start its server with this one first.");

    public static DataFolderException NotReplaceable(string location, Exception cause) =>
        new(
            $"{location} cannot be exchanged for the restored folder ({cause.Message.TrimEnd('.')}). Where it is a mounted volume, restore "
                + "into a folder within it.",
            cause
        );
}
