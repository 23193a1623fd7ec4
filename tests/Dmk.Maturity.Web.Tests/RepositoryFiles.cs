using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The files of this repository, found from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    public static Classifications Classifications { get; } =
        Classifications.Read(Path.Combine(Root, "questionnaires", "classifications")).OrThrow();

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
