namespace Dmk.Maturity.Architecture.Tests;

/// <summary>The order of a project's folders, and what its compiled types say about it.</summary>
/// <remarks>A folder inside another is one of its own, and the files beside the project file are the folder <c>.</c></remarks>
internal sealed class FolderOrder
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _files;
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _uses;

    private FolderOrder(IReadOnlyDictionary<string, IReadOnlyList<string>> files, IReadOnlyDictionary<string, IReadOnlySet<string>> uses) =>
        (_files, _uses) = (files, uses);

    /// <param name="assembly">The path of a compiled project with its debug information beside it.</param>
    public static FolderOrder Of(string assembly)
    {
        var project = Path.GetFileNameWithoutExtension(assembly);
        var files = SourceFolders.Read(assembly, project);

        // Files that Entity Framework writes are nobody's to put in order.
        var own = files.Where(type =>
            type.Value.Count > 0 && !type.Value.All(file => file.StartsWith("Migrations/", StringComparison.Ordinal))
        );
        return new(own.ToDictionary(StringComparer.Ordinal), TypeUses.Read(assembly));
    }

    /// <summary>Folders that hold types, sorted.</summary>
    public IReadOnlyList<string> Folders => [.. _files.Values.Select(FolderOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Full names of the types that are written in files of this project.</summary>
    public IEnumerable<string> Types => _files.Keys;

    /// <summary>Types whose parts lie in several folders, so that they have no place.</summary>
    public IEnumerable<string> Scattered =>
        _files
            .Where(type => type.Value.Select(Folder).Distinct().Count() > 1)
            .Select(type => $"{type.Key} is written in {string.Join(" and ", type.Value)}: put its parts into one folder.");

    /// <summary>References between folders, whatever their direction.</summary>
    public IEnumerable<FolderReference> References =>
        from type in _files
        from used in _uses[type.Key]
        where _files.ContainsKey(used) && FolderOf(type.Value) != FolderOf(_files[used])
        select new FolderReference(type.Key, type.Value[0], FolderOf(type.Value), used, FolderOf(_files[used]));

    /// <summary>References to a folder that stands later in this order or not in it at all.</summary>
    /// <param name="order">Bottom first.</param>
    public IEnumerable<FolderReference> Against(IReadOnlyList<string> order)
    {
        var place = order.Index().ToDictionary(folder => folder.Item, folder => folder.Index, StringComparer.Ordinal);
        return References.Where(reference =>
            place.GetValueOrDefault(reference.Folder, -1) < place.GetValueOrDefault(reference.UsedFolder, int.MaxValue)
        );
    }

    private static string FolderOf(IReadOnlyList<string> files) => Folder(files[0]);

    private static string Folder(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".";
}
