using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The studies of the repository, as read.</summary>
internal static class StudyFiles
{
    public static Reading<StudyDesign> Pilot { get; } = Read("pilotstudie-wirtschaft");

    public static Reading<StudyDesign> Laender { get; } = Read("laenderabfrage-fachkraefte");

    private static Reading<StudyDesign> Read(string folder) =>
        StudyDesign.Read(Path.Combine(Repository.Questionnaires, folder, "study.yaml"), Repository.Classifications);
}
