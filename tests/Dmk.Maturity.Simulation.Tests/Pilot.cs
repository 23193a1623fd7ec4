using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>The pilot study's files, read once.</summary>
internal static class Pilot
{
    public static string Folder { get; } = Path.Combine(Root(), "questionnaires");

    public static Classifications Classifications { get; } = Classifications.Read(Path.Combine(Folder, "classifications")).OrThrow();

    public static Questionnaire Questionnaire { get; } =
        Questionnaire.Read(Path.Combine(Folder, "pilotstudie-wirtschaft", "questionnaire.yaml"), Classifications).OrThrow();

    public static IndexModel Index { get; } =
        IndexModel.Read(Path.Combine(Folder, "pilotstudie-wirtschaft", "index.yaml"), Questionnaire).OrThrow();

    public static StudyDesign Design { get; } =
        StudyDesign.Read(Path.Combine(Folder, "pilotstudie-wirtschaft", "study.yaml"), Classifications).OrThrow();

    public static IReadOnlyList<SizeClass> Sizes { get; } = SizeClasses.Of(Classifications);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
