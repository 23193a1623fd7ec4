namespace Dmk.Maturity.Server;

/// <summary>Where a command writes what it makes: a new file, or the output.</summary>
internal static class OutFile
{
    /// <exception cref="FaultException">The file is there already or cannot be written.</exception>
    public static void Write(string? path, byte[] content, TextWriter output)
    {
        if (path is null)
        {
            output.Write(System.Text.Encoding.UTF8.GetString(content).TrimStart('\uFEFF'));
            return;
        }

        using (var file = FreshFile.Create(path))
        {
            file.Content.Write(content);
            file.Sync();
            file.Rename();
        }

        output.WriteLine(path);
    }
}
