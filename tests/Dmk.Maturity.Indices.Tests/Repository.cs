using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>The files under <c>questionnaires/</c> as they are in the repository.</summary>
internal static class Repository
{
    public static string Questionnaires { get; } = Path.Combine(Root(AppContext.BaseDirectory), "questionnaires");

    public static Classifications Classifications { get; } =
        Classifications.Read(Path.Combine(Questionnaires, "classifications")).OrThrow();

    public static Questionnaire Pilot { get; } = Questionnaire.Read(PilotFile("questionnaire.yaml"), Classifications).OrThrow();

    public static Parsed<IndexModel> Model { get; } = IndexModel.Read(PilotFile("index.yaml"), Pilot);

    private static string PilotFile(string name) => Path.Combine(Questionnaires, "pilotstudie-wirtschaft", name);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Dmk.Maturity.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
