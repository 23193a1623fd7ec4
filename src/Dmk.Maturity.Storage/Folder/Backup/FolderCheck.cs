namespace Dmk.Maturity.Storage;

/// <summary>Looks whether what was copied aside is a data folder that a server would take: its own databases, as old as the folder or
/// newer, the right key, no damaged page.</summary>
internal static class FolderCheck
{
    /// <exception cref="DataFolderException">It is not.</exception>
    public static void Run(string location, FolderState state, CancellationToken cancellation)
    {
        Key(location, state);
        Run(Path.Combine(location, BackupNames.Maturity), state, state.Maturity, cancellation);
        Run(Path.Combine(location, BackupNames.Contacts), state, state.Contacts, cancellation);
    }

    /// <exception cref="DataFolderException">The key of the folder is missing, no key or another one.</exception>
    public static void Key(string location, FolderState state)
    {
        if (KeyedHash.Of(KeyedHash.Bytes(location), KeyedHash.FileOf(location)).Check != state.Key)
        {
            throw FolderRefusal.KeyWrong(KeyedHash.FileOf(location));
        }
    }

    private static void Run(string file, FolderState state, string id, CancellationToken cancellation)
    {
        var database = new DatabaseFile(file);
        database.Check(state.Stage);
        var mark = database.Mark();
        database.CheckOwner(mark, state.Stage, state.Folder, id);
        DataFolder.CheckAge(file, mark, state.Opening);
        if (database.Guard(() => PageCheck.Find(file, cancellation)) is { } found)
        {
            throw FolderRefusal.Damaged(file, found.ReplaceLineEndings(" "));
        }
    }
}
