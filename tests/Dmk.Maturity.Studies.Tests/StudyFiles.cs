using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The studies of the repository, as read.</summary>
internal static class StudyFiles
{
    public static Parsed<StudyDesign> Pilot { get; } = Read("pilotstudie-wirtschaft");

    public static Parsed<StudyDesign> Laender { get; } = Read("laenderabfrage-fachkraefte");

    private static Parsed<StudyDesign> Read(string folder) =>
        StudyDesign.Read(Path.Combine(Repository.Questionnaires, folder, "study.yaml"), Repository.Classifications);
}
