using System.Text.RegularExpressions;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>The files of the pilot study, as they are published.</summary>
internal sealed record PilotStudy(
    string QuestionnaireYaml,
    IReadOnlyList<string> IndexYamls,
    StudyDesign Design,
    Classifications Classifications
)
{
    public string Id => Design.Id;

    public string StudyYaml => Design.Source;

    private const string Folder = "pilotstudie-wirtschaft";
    private const string EarlierId = "pilot-2025";
    private const int EarlierYear = 2025;

    /// <exception cref="FaultException">A file is missing or has errors, all of them listed.</exception>
    public static PilotStudy Read(string questionnaires)
    {
        var folder = Path.Combine(questionnaires, Folder);
        var classifications = QuestionnaireFile.ReadClassifications(questionnaires);
        var questionnaire = Value(Questionnaire.Read(Path.Combine(folder, "questionnaire.yaml"), classifications));
        var study = Value(StudyDesign.Read(Path.Combine(folder, "study.yaml"), classifications));
        return new(questionnaire.Source, Models(questionnaires, study, questionnaire), study, classifications);
    }

    /// <summary>The same study two years before, as the demonstration makes it up.</summary>
    public PilotStudy OneWaveEarlier() =>
        Changed(
            ("title", """title: { de: "Digitale Reife der Wirtschaft: Welle 2025", en: "Digital maturity of companies: wave of 2025" }"""),
            ("id", $"id: {EarlierId}"),
            ("wave", $"wave: {EarlierYear}"),
            ("field", $"field: {{ from: {EarlierYear}-03-01, to: {EarlierYear}-05-31 }}")
        );

    /// <summary>This study as the wave after that.</summary>
    public PilotStudy AfterAnother() => Changed(("wave", $"wave: {Design.Wave}\npreviousWave: {EarlierId}"));

    /// <exception cref="FaultException">The file has no such line, or is none with these.</exception>
    private PilotStudy Changed(params IReadOnlyList<(string Key, string Line)> lines)
    {
        var written = StudyYaml;
        foreach (var (key, line) in lines)
        {
            var at = new Regex($"^{key}: .*$", RegexOptions.Multiline);
            written = at.IsMatch(written)
                ? at.Replace(written, _ => line, 1)
                : throw new FaultException($"The study {Id} says '{key}' on no line of its own, so that no wave can be made from it.");
        }

        return this with
        {
            Design = Value(StudyDesign.Parse(written, "study.yaml", Classifications)),
        };
    }

    /// <summary>The models that the study names, wherever they stand below the folder: several may score the same answers.</summary>
    private static List<string> Models(string questionnaires, StudyDesign study, Questionnaire questionnaire)
    {
        var models = Directory
            .EnumerateFiles(questionnaires, "index.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(questionnaire.Id, StringComparison.Ordinal))
            .Select(file => Value(IndexModel.Read(file, questionnaire)))
            .ToList();
        return
        [
            .. study.Indices.Select(named =>
                (
                    models.FirstOrDefault(model => model.Id == named.Id && model.Version == named.Version)
                    ?? throw new FaultException(
                        $"The study {study.Id} names the index model {named}, and no index.yaml below {questionnaires} is that one."
                    )
                ).Source
            ),
        ];
    }

    private static T Value<T>(Parsed<T> reading)
        where T : class => reading.Value ?? throw new FaultException(string.Join(Environment.NewLine, reading.Problems));
}
