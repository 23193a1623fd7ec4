using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What the publication door has cleared, as it is stored. Nothing else is stored as published.</summary>
internal static class PublicationRows
{
    public static Publication Of(Cleared.Study cleared, DateTimeOffset now) =>
        new(
            new PublishedStudy
            {
                Id = cleared.Design.Id,
                Hash = cleared.Design.Hash,
                Source = cleared.Design.Source,
                QuestionnaireId = cleared.Questionnaire.Id,
                QuestionnaireVersion = cleared.Questionnaire.Version,
                Synthetic = cleared.Origin == Origin.Synthetic,
                Phase = (int)StudyPhase.Draft,
                PublishedAt = now,
            },
            [Row(cleared.Questionnaire, now)],
            [.. cleared.Indices.Select(model => Row(model, now))],
            [],
            [
                .. cleared.Frame.Select(
                    (stratum, place) =>
                        new StoredStratum
                        {
                            Study = cleared.Design.Id,
                            Cell = stratum.Cell.ToString(),
                            Population = stratum.Population,
                            Sampled = stratum.Sampled,
                            Place = place,
                        }
                ),
            ]
        );

    public static PublishedQuestionnaire Of(Cleared.Version cleared, DateTimeOffset now) => Row(cleared.Questionnaire, now);

    public static PublishedQuestionnaire Of(Cleared.Revision cleared, DateTimeOffset now) => Row(cleared.Questionnaire, now);

    public static PublishedIndexModel Of(Cleared.Index cleared, DateTimeOffset now) => Row(cleared.Model, now);

    private static PublishedIndexModel Row(IndexModel model, DateTimeOffset now) =>
        new()
        {
            Id = model.Id,
            Version = model.Version,
            Hash = model.Hash,
            Source = model.Source,
            PublishedAt = now,
        };

    private static PublishedQuestionnaire Row(Questionnaire questionnaire, DateTimeOffset now) =>
        new()
        {
            Id = questionnaire.Id,
            Version = questionnaire.Version,
            Hash = questionnaire.Hash,
            Source = questionnaire.Source,
            PublishedAt = now,
        };
}
