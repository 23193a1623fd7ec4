namespace Dmk.Maturity.Architecture.Tests;

/// <summary>A type that uses a type of another folder.</summary>
/// <param name="File">The file of the type that uses, relative to its project.</param>
internal sealed record FolderReference(string Type, string File, string Folder, string Used, string UsedFolder)
{
    /// <summary>Without namespaces, as exceptions name it.</summary>
    public string Names => $"{Short(Type)} uses {Short(Used)}";

    public override string ToString() =>
        $"{File}: {Names} of {UsedFolder}, which stands after {Folder}. Move one of the two types, or turn the reference round.";

    private static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];
}
