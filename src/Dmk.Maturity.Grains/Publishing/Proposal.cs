using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What is about to be published, read by the real readers.</summary>
internal sealed record Proposal(
    Questionnaire Questionnaire,
    IReadOnlyList<IndexModel> Indices,
    StudyDesign Design,
    IReadOnlyList<FrameStratum> Frame,
    bool Synthetic
)
{
    /// <exception cref="PublicationException">The files have mistakes or do not fit together.</exception>
    public static Proposal Read(
        string questionnaireYaml,
        IReadOnlyList<string> indexYamls,
        string studyYaml,
        IReadOnlyList<FrameStratum> frame,
        bool synthetic,
        Classifications classifications
    )
    {
        var problems = new List<Problem>();
        var questionnaire = Value(PublicationDoor.Questionnaire(questionnaireYaml, "questionnaire.yaml", classifications), problems);
        var design = Value(StudyDesign.Parse(studyYaml, "study.yaml", classifications), problems);
        var indices = questionnaire is null
            ? []
            : indexYamls
                .Select(yaml => Value(IndexModel.Parse(yaml, "index.yaml", questionnaire), problems))
                .OfType<IndexModel>()
                .ToArray();
        if (questionnaire is null || design is null || problems.Count > 0)
        {
            throw new PublicationException(problems);
        }

        problems.AddRange(design.Check(questionnaire).Where(problem => problem.Severity == Severity.Error));
        problems.AddRange(Unfitting(design, indices));
        problems.AddRange(Unfitting(design, frame));
        return problems.Count == 0
            ? new(
                questionnaire,
                [.. design.Indices.Select(wanted => indices.Single(model => Named(model) == wanted))],
                design,
                frame,
                synthetic
            )
            : throw new PublicationException(problems);
    }

    /// <summary>What is published does not change: other content needs another version, and a study another id.</summary>
    /// <exception cref="PublicationException">It would change, or the number of the questionnaire says less than has changed.</exception>
    public void ThrowIfChanged(IReadOnlyList<Questionnaire> questionnaires, IReadOnlyList<PublishedIndexModel> models, Study? before)
    {
        var problems = Succession.Problems(questionnaires, Questionnaire).ToList();
        problems.AddRange(
            Indices
                .Where(model => models.Any(one => one.Id == model.Id && one.Version == model.Version && one.Hash != model.Hash))
                .Select(model => Changed("index.yaml", $"the index model {model.Id} {model.Version}", "Give it a new version."))
        );
        if (
            before is not null
            && (before.Design.Hash != Design.Hash || before.Synthetic != Synthetic || !before.Frame.SequenceEqual(Frame))
        )
        {
            problems.Add(
                Changed(
                    "study.yaml",
                    $"the study {Design.Id}",
                    "Its file, its frame and whether it is synthetic are frozen; give the new one another id."
                )
            );
        }

        if (problems.Count > 0)
        {
            throw new PublicationException(problems);
        }
    }

    public Publication ToStore(DateTimeOffset now) =>
        new(
            new PublishedStudy
            {
                Id = Design.Id,
                Hash = Design.Hash,
                Source = Design.Source,
                QuestionnaireId = Questionnaire.Id,
                QuestionnaireVersion = Questionnaire.Version,
                Synthetic = Synthetic,
                Phase = (int)StudyPhase.Draft,
                PublishedAt = now,
            },
            [ToStore(Questionnaire, now)],
            [
                .. Indices.Select(model => new PublishedIndexModel
                {
                    Id = model.Id,
                    Version = model.Version,
                    Hash = model.Hash,
                    Source = model.Source,
                    PublishedAt = now,
                }),
            ],
            [
                .. Frame.Select(
                    (stratum, place) =>
                        new StoredStratum
                        {
                            Study = Design.Id,
                            Cell = stratum.Cell.ToString(),
                            Population = stratum.Population,
                            Sampled = stratum.Sampled,
                            Place = place,
                        }
                ),
            ]
        );

    public static PublishedQuestionnaire ToStore(Questionnaire questionnaire, DateTimeOffset now) =>
        new()
        {
            Id = questionnaire.Id,
            Version = questionnaire.Version,
            Hash = questionnaire.Hash,
            Source = questionnaire.Source,
            PublishedAt = now,
        };

    private static VersionedId Named(IndexModel model) => new(model.Id, model.Version);

    private static T? Value<T>(Parsed<T> reading, List<Problem> problems)
        where T : class
    {
        problems.AddRange(reading.Problems.Where(problem => problem.Severity == Severity.Error));
        return reading.Value;
    }

    private static IEnumerable<Problem> Unfitting(StudyDesign design, IndexModel[] indices) =>
        design
            .Indices.Where(wanted => indices.Count(model => Named(model) == wanted) != 1)
            .Select(wanted => new Problem(
                new("study.yaml", 0, 0),
                "index-missing",
                $"The study computes {wanted}, and exactly one such "
                    + $"index model must come with it. Given: {string.Join(", ", indices.Select(Named))}."
            ));

    private static IEnumerable<Problem> Unfitting(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        if (frame.Count == 0)
        {
            yield return Flaw("The frame is empty.");
        }

        foreach (var repeated in frame.CountBy(stratum => stratum.Cell).Where(count => count.Value > 1))
        {
            yield return Flaw($"The stratum {repeated.Key} is there {repeated.Value} times.");
        }

        foreach (var stratum in frame)
        {
            foreach (
                var variable in design.Population.Strata.Where(variable =>
                    variable.Classification.Find(variable.CodeOf(stratum.Cell)) is null
                )
            )
            {
                yield return Flaw($"The stratum {stratum.Cell} has the unknown {variable.Id} '{variable.CodeOf(stratum.Cell)}'.");
            }

            if (stratum.Sampled < 0 || stratum.Sampled > stratum.Population)
            {
                yield return Flaw($"Of the stratum {stratum.Cell} {stratum.Sampled} companies are drawn, out of {stratum.Population}.");
            }
        }
    }

    private static Problem Flaw(string message) => new(new("frame", 0, 0), "frame", message);

    private static Problem Changed(string file, string what, string remedy) =>
        new(new(file, 0, 0), "already-published", $"Other content has been published as {what}. {remedy}");
}
