namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Compares a generated file of this repository with what is generated now; UPDATE_GOLDEN=1 writes it anew.</summary>
internal static class Golden
{
    /// <param name="file">From the root of the repository.</param>
    public static void Check(string file, string actual)
    {
        var path = Path.Combine(RepositoryFiles.Root, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"));
    }
}
