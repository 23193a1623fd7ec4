using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>What field staff do to a study. Long work reports progress as (done, of).</summary>
public sealed class FieldWork(
    Publications publications,
    Samples samples,
    Contacts contacts,
    CodeIssue issue,
    Catalogue catalogue,
    StudyJournal journal,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    private const int Batch = 500;

    /// <summary>Freezes a questionnaire with its index models and a study over it, from their files' texts. The same content again
    /// changes nothing.</summary>
    /// <exception cref="PublicationException">The files have mistakes, or other content has been published under the same id and
    /// version.</exception>
    public async Task<Study> Publish(
        string questionnaireYaml,
        IReadOnlyList<string> indexYamls,
        string studyYaml,
        IReadOnlyList<FrameStratum> frame,
        Origin origin,
        CancellationToken cancellation
    )
    {
        var door = await Door(cancellation);
        var cleared = OrRefuse(door.Study(new(questionnaireYaml, indexYamls, studyYaml, frame, origin)));
        if (await catalogue.Study(cleared.Design.Id, cancellation) is { } before)
        {
            return before;
        }

        await StoreBusyException.Translate(publications.Add(PublicationRows.Of(cleared, time.GetUtcNow())));
        catalogue.Forget();
        journal.StudyPublished(cleared.Design.Id, cleared.Questionnaire.Id, cleared.Questionnaire.Version);
        return await Existing(cleared.Design.Id, cancellation);
    }

    /// <summary>Freezes a questionnaire version without a study. The same content again changes nothing.</summary>
    /// <exception cref="PublicationException">It has mistakes, other content has been published under the same version, or its number is
    /// too low for what has changed.</exception>
    public async Task<Questionnaire> Publish(string questionnaireYaml, CancellationToken cancellation)
    {
        var published = await catalogue.Questionnaires(cancellation);
        var cleared = OrRefuse((await Door(cancellation)).Version(questionnaireYaml));
        if (published.Any(one => one.Id == cleared.Questionnaire.Id && one.Version == cleared.Questionnaire.Version))
        {
            return cleared.Questionnaire;
        }

        await StoreBusyException.Translate(publications.Add(PublicationRows.Of(cleared, time.GetUtcNow())));
        catalogue.Forget();
        journal.QuestionnairePublished(cleared.Questionnaire.Id, cleared.Questionnaire.Version);
        return cleared.Questionnaire;
    }

    /// <summary>Publishes a further questionnaire version into a study. Responses that have not been begun are asked it from now on;
    /// drafts go over to it when
    /// the changes let them. The newest version again changes nothing.</summary>
    /// <exception cref="ArgumentException">No such study.</exception>
    /// <exception cref="PublicationException">It has mistakes, may not follow what was published, breaks the series, does not fit the
    /// study, or the study is closed.</exception>
    public async Task<Revised> Revise(string studyId, string questionnaireYaml, CancellationToken cancellation)
    {
        var study = await Existing(studyId, cancellation);
        var cleared = OrRefuse((await Door(cancellation)).Revision(study, questionnaireYaml));
        if (cleared.Diff.Step == VersionStep.None)
        {
            return new(study, cleared.Diff);
        }

        var now = time.GetUtcNow();
        await StoreBusyException.Translate(publications.AddVersion(study.Id, PublicationRows.Of(cleared, now), study.Versions.Count, now));
        catalogue.Forget();
        journal.StudyRevised(study.Id, study.Questionnaire.Version, cleared.Questionnaire.Version);
        return new(await Existing(studyId, cancellation), cleared.Diff);
    }

    /// <summary>Adds an index model to a study: a new version of one of its own, or one more. Submissions that come are scored under it,
    /// too; those collected so far wait for <see cref="Rescoring"/>. One that the study has already changes nothing.</summary>
    /// <exception cref="ArgumentException">No such study.</exception>
    /// <exception cref="PublicationException">It has mistakes, does not fit a version that the study has asked, or other content has been
    /// published under its version. Nothing was stored.</exception>
    public async Task<IndexAdded> AddIndex(string studyId, string indexYaml, CancellationToken cancellation)
    {
        var study = await Existing(studyId, cancellation);
        var cleared = OrRefuse((await Door(cancellation)).Index(study, indexYaml));
        var name = VersionedId.Of(cleared.Model).ToString();
        if (study.Under(name).Index(name) is { } there)
        {
            return new(study, there);
        }

        var now = time.GetUtcNow();
        await StoreBusyException.Translate(publications.AddIndex(study.Id, PublicationRows.Of(cleared, now), study.Laender, now));
        catalogue.Forget();
        journal.IndexAdded(study.Id, name);
        return new(await Existing(studyId, cancellation), cleared.Model);
    }

    /// <summary>Adds drawn companies, in their order. Companies that are in the sample already stay as they are.</summary>
    /// <exception cref="ArgumentException">No such study, or a company of a stratum that its frame does not have.</exception>
    public async Task AddSample(
        string studyId,
        IReadOnlyList<SampledUnit> units,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    )
    {
        var study = await Existing(studyId, cancellation);
        var strata = study.Frame.Select(stratum => stratum.Cell).ToHashSet();
        if (units.FirstOrDefault(unit => !strata.Contains(unit.Stratum)) is { } stray)
        {
            throw new ArgumentException(
                $"The company {stray.UnitId} was drawn from {stray.Stratum}, which the frame of {studyId} does not have.",
                nameof(units)
            );
        }

        var questionnaire = (await catalogue.Known(studyId, cancellation))!.Questionnaires[^1];
        var place = await LastPlace(study, cancellation);
        var done = 0;
        foreach (var batch in units.Chunk(Batch))
        {
            // Names first: a unit without its name could not be invited, a name without its unit harms nobody.
            await contacts.Write([.. batch.Select(unit => new Contact { UnitId = unit.UnitId, Name = unit.Name })], cancellation);
            var drawn = batch
                .Select(unit => new DrawnUnit(Stored(studyId, unit, ++place), Guid.CreateVersion7(time.GetUtcNow())))
                .ToArray();
            await StoreBusyException.Translate(samples.Add(questionnaire, drawn, AnswersJson.Write(Answers.None)));
            progress.Report((done += batch.Length, units.Count));
        }

        journal.SampleAdded(studyId, units.Count);
    }

    public async Task Open(string studyId, CancellationToken cancellation)
    {
        await SetPhase(studyId, StudyPhase.InField, cancellation);
        journal.StudyOpened(studyId);
    }

    public async Task Close(string studyId, CancellationToken cancellation)
    {
        await SetPhase(studyId, StudyPhase.Closed, cancellation);
        journal.StudyClosed(studyId);
    }

    /// <summary>Issues fresh codes to companies that have not submitted, at most <paramref name="count"/> in the sample's order; earlier
    /// codes of these companies end. For whoever uses the codes at once: nothing says later that they stand in a letter.</summary>
    public async Task<IReadOnlyList<Invitation>> IssueCodes(string studyId, int count, CancellationToken cancellation)
    {
        var codes = await issue.Make(studyId, count, Recipients.All, cancellation);
        await issue.PutInForce(codes, IssuedFor.UseAtOnce, cancellation);
        return codes.Invitations;
    }

    /// <summary>Issues a further code to one company that has not submitted, from the end of the sample; codes that were sent out stay
    /// good.</summary>
    /// <returns>Null when every company has submitted.</returns>
    public async Task<Invitation?> IssueSpareCode(string studyId, CancellationToken cancellation) =>
        await issue.Spare(await Existing(studyId, cancellation), cancellation);

    /// <exception cref="PublicationException">The door has not cleared it.</exception>
    private static T OrRefuse<T>(Parsed<T> cleared)
        where T : Cleared =>
        cleared.Value ?? throw new PublicationException([.. cleared.Problems.Where(problem => problem.Severity == Severity.Error)]);

    private static StoredUnit Stored(string study, SampledUnit unit, int place) =>
        new()
        {
            Land = unit.Stratum.Land,
            Study = study,
            UnitId = unit.UnitId,
            Stratum = unit.Stratum.ToString(),
            Persons = unit.Persons,
            Place = place,
        };

    private async Task SetPhase(string studyId, StudyPhase phase, CancellationToken cancellation)
    {
        await Existing(studyId, cancellation);
        await StoreBusyException.Translate(publications.SetPhase(studyId, (int)phase));
        catalogue.Forget();
    }

    private async Task<PublicationDoor> Door(CancellationToken cancellation)
    {
        var models = await publications.IndexModels();
        return new(
            catalogue.Classifications,
            new(
                await catalogue.Questionnaires(cancellation),
                models.ToDictionary(model => new VersionedId(model.Id, model.Version), model => model.Hash),
                await catalogue.Studies(cancellation)
            )
        );
    }

    private async Task<Study> Existing(string studyId, CancellationToken cancellation) =>
        await catalogue.Study(studyId, cancellation) ?? throw new ArgumentException($"There is no study '{studyId}'.", nameof(studyId));

    private async Task<int> LastPlace(Study study, CancellationToken cancellation)
    {
        var last = 0;
        foreach (var land in study.Laender)
        {
            last = Math.Max(last, await samples.LastPlace(land, study.Id, cancellation));
        }

        return last;
    }
}
