using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A study over the small survey, with a place by answer for Land and size.</summary>
internal static class SmallStudy
{
    public const string Yaml = """
        id: small-study
        wave: 2027
        title: { de: "Kleine Studie", en: "Small study" }
        questionnaire: small@1.2.0
        indices: [small-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        weights:
          nonresponse:
            groups: stratum
            minimumRespondents: 2
            collapse:
              - { over: size, start: largest, next: smaller }
              - { over: sector, order: cyclic }
        report:
          by: [land, sector, size]
          lattice: [[land], [sector], [size], [land, sector], [land, size], [sector, size]]
        confidentiality: { minimumRespondents: 3, unreliableHalfWidth: 15, show: weekly, reason: made up }
        lonely: adjust
        reporting:
          land: { from: land_now }
          sector: frame
          size: { from: persons, classification: size-class }
        """;

    public static StudyDesign Design { get; } = StudyDesign.Parse(Yaml, "study.yaml", SmallSurvey.Classifications).OrThrow();
}
