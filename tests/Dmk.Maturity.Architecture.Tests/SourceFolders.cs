using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>The files that the types of a project were compiled from, as its debug information tells.</summary>
/// <remarks>A method names the documents of its sequence points (of a Razor component that is the .razor file); a type without bodies,
/// such as an interface or an enumeration, has its documents in a record of its own.</remarks>
internal static class SourceFolders
{
    /// <summary>TypeDefinitionDocuments of the portable PDB format: compressed row numbers of documents.</summary>
    private static readonly Guid _typeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <summary>Where the Razor compiler says that its own output lies; what follows is the path of the component.</summary>
    private const string RazorOutput = "/Microsoft.NET.Sdk.Razor.SourceGenerators.RazorSourceGenerator/";

    private const string RazorEnding = "_razor.g.cs";

    /// <summary>By the full name of an outermost type, its files relative to the project, sorted; none where all of it is
    /// generated.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string assembly, string project)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        var (types, pdb) = (image.GetMetadataReader(), symbols.GetMetadataReader());
        var files = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var handle in types.TypeDefinitions)
        {
            var name = NameOf(types, Outermost(types, handle));
            if (!files.TryGetValue(name, out var found))
            {
                files.Add(name, found = new(StringComparer.Ordinal));
            }

            found.UnionWith(Documents(types, pdb, handle).Select(document => Relative(Name(pdb, document), project)).OfType<string>());
        }

        return files.ToDictionary(file => file.Key, IReadOnlyList<string> (file) => [.. file.Value], StringComparer.Ordinal);
    }

    private static TypeDefinitionHandle Outermost(MetadataReader types, TypeDefinitionHandle handle)
    {
        while (types.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
        {
            handle = outer;
        }

        return handle;
    }

    private static string NameOf(MetadataReader types, TypeDefinitionHandle handle)
    {
        var type = types.GetTypeDefinition(handle);
        var (space, name) = (types.GetString(type.Namespace), types.GetString(type.Name));
        return space.Length == 0 ? name : $"{space}.{name}";
    }

    private static IEnumerable<DocumentHandle> Documents(MetadataReader types, MetadataReader pdb, TypeDefinitionHandle handle)
    {
        foreach (var method in types.GetTypeDefinition(handle).GetMethods())
        {
            foreach (var point in pdb.GetMethodDebugInformation(method).GetSequencePoints().Where(point => !point.IsHidden))
            {
                yield return point.Document;
            }
        }

        foreach (var one in pdb.GetCustomDebugInformation(handle).Select(pdb.GetCustomDebugInformation))
        {
            if (pdb.GetGuid(one.Kind) != _typeDefinitionDocuments)
            {
                continue;
            }

            var rows = pdb.GetBlobReader(one.Value);
            while (rows.RemainingBytes > 0)
            {
                yield return MetadataTokens.DocumentHandle(rows.ReadCompressedInteger());
            }
        }
    }

    private static string Name(MetadataReader pdb, DocumentHandle document) =>
        pdb.GetString(pdb.GetDocument(document).Name).Replace('\\', '/');

    /// <returns>Null for generated code.</returns>
    private static string? Relative(string document, string project)
    {
        var razor = document.IndexOf(RazorOutput, StringComparison.Ordinal);
        if (razor >= 0 && document.EndsWith(RazorEnding, StringComparison.Ordinal))
        {
            return document[(razor + RazorOutput.Length)..^RazorEnding.Length] + ".razor";
        }

        var source = $"/src/{project}/";
        var start = document.LastIndexOf(source, StringComparison.Ordinal);
        return start < 0 || document.EndsWith(".g.cs", StringComparison.Ordinal) ? null : document[(start + source.Length)..];
    }
}
