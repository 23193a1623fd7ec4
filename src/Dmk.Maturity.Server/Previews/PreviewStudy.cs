using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>A study that asks a questionnaire of nobody: what the pages of the form need to be shown.</summary>
internal static class PreviewStudy
{
    private const string Design = """
        id: preview
        title: { de: "Vorschau", en: "Preview" }
        wave: 2027
        questionnaire: ID@VERSION
        indices: [preview@1.0.0]
        field: { from: 2027-01-01, to: 2027-12-31 }
        population: { unit: enterprise, rule: "nobody", strata: [land, sector, size] }
        reporting:
          size: { classification: size-class, title: { de: "Größenklasse", en: "size class" }, groups: { de: "Größenklassen", en: "size classes" } }
        weights:
          nonresponse:
            groups: stratum
            minimumRespondents: 1
            collapse: [ { over: size, start: largest, next: smaller }, { over: sector, order: cyclic } ]
        report: { by: [land], lattice: [[land]] }
        confidentiality: { minimumRespondents: 5, unreliableHalfWidth: 10 }
        """;

    /// <exception cref="FaultException">The classifications that every study has are not there.</exception>
    public static StudyDesign Of(Questionnaire questionnaire, Classifications classifications)
    {
        var yaml = Design.Replace("ID@VERSION", $"{questionnaire.Id}@{questionnaire.Version}", StringComparison.Ordinal);
        var reading = StudyDesign.Parse(yaml, "preview", classifications);
        return reading.Value
            ?? throw new FaultException(
                $"A preview needs the classifications land, sector and size-class:{Environment.NewLine}"
                    + $"{string.Join(Environment.NewLine, reading.Problems)}"
            );
    }

    /// <summary>The first code of every variable that the frame knows.</summary>
    public static ReportingCell FrameOf(StudyDesign design)
    {
        var codes = design.Population.Strata.Select(variable => variable.Classification.Entries[0].Code).ToArray();
        return ReportingCell.Of(codes[0], codes.AsSpan(1));
    }
}
