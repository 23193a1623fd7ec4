namespace Dmk.Maturity.Trials;

/// <summary>Copies a data folder that no server has open.</summary>
internal static class FolderCopy
{
    public static void Of(string data, string copy)
    {
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
