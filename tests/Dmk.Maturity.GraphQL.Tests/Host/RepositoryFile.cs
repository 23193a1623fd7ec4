namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Files of the repository, found by walking up from where the tests run.</summary>
internal static class RepositoryFile
{
    public static string At(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([
            folder?.FullName ?? throw new InvalidOperationException("There is no Dmk.Maturity.sln above the tests."),
            .. path,
        ]);
    }
}
