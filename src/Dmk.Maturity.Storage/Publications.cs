using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A study with everything it was published with, as stored.</summary>
/// <param name="Questionnaires">Its versions: the one that the study was published with, then those added in the field, in that
/// order.</param>
/// <param name="IndexModels">In the order of the study's file.</param>
/// <param name="Added">Index models that were added since, in the order in which they came.</param>
/// <param name="Strata">In the order of the frame.</param>
public sealed record Publication(
    PublishedStudy Study,
    IReadOnlyList<PublishedQuestionnaire> Questionnaires,
    IReadOnlyList<PublishedIndexModel> IndexModels,
    IReadOnlyList<PublishedIndexModel> Added,
    IReadOnlyList<StoredStratum> Strata
);

/// <summary>What has been published; never changed afterwards.</summary>
public sealed class Publications(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    public async Task<IReadOnlyList<PublishedQuestionnaire>> Questionnaires()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Questionnaires.AsNoTracking().OrderBy(row => row.Id).ThenBy(row => row.PublishedAt).ToListAsync();
    }

    public async Task<IReadOnlyList<PublishedIndexModel>> IndexModels()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.IndexModels.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }

    public async Task<IReadOnlyList<Publication>> Studies()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Studies(db);
    }

    /// <summary>As they stand in a database that is open.</summary>
    public static async Task<IReadOnlyList<Publication>> Studies(MaturityDb db)
    {
        var studies = await db.Studies.AsNoTracking().OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).ToListAsync();
        var questionnaires = await db.Questionnaires.AsNoTracking().ToDictionaryAsync(row => (row.Id, row.Version));
        var versions = (await db.StudyQuestionnaires.AsNoTracking().OrderBy(row => row.Place).ToListAsync()).ToLookup(row => row.Study);
        var models = await db.IndexModels.AsNoTracking().ToDictionaryAsync(row => row.Number);
        var used = (await db.StudyIndexModels.AsNoTracking().OrderBy(row => row.Place).ToListAsync()).ToLookup(row => row.Study);
        var strata = (await db.Strata.AsNoTracking().OrderBy(row => row.Place).ToListAsync()).ToLookup(row => row.Study);
        return
        [
            .. studies.Select(study => new Publication(
                study,
                [.. versions[study.Id].Select(row => questionnaires[(row.QuestionnaireId, row.QuestionnaireVersion)])],
                [.. used[study.Id].Where(row => row.AddedAt is null).Select(row => models[row.IndexModel])],
                [.. used[study.Id].Where(row => row.AddedAt is not null).Select(row => models[row.IndexModel])],
                [.. strata[study.Id]]
            )),
        ];
    }

    /// <summary>Stores what is new of a publication, all in one commit. Index models that are known keep their number.</summary>
    public Task Add(Publication publication) =>
        queue.Commit(scope =>
        {
            var db = scope.Db;
            foreach (var questionnaire in publication.Questionnaires)
            {
                AddNew(db, questionnaire);
            }

            db.Add(publication.Study);
            db.AddRange(
                publication.Questionnaires.Select(
                    (questionnaire, place) => Asked(publication.Study.Id, questionnaire, place, publication.Study.PublishedAt)
                )
            );
            db.AddRange(publication.Strata);
            var models = publication.IndexModels.Select(model => Known(db, model)).ToArray();
            db.SaveChanges();
            db.AddRange(
                models.Select(
                    (model, place) =>
                        new StudyIndexModel
                        {
                            Study = publication.Study.Id,
                            IndexModel = model.Number,
                            Place = place,
                        }
                )
            );
            db.SaveChanges();
        });

    /// <summary>Freezes a questionnaire version that no study asks yet. One that is known stays as it is.</summary>
    public Task Add(PublishedQuestionnaire questionnaire) =>
        queue.Commit(scope =>
        {
            AddNew(scope.Db, questionnaire);
            scope.Db.SaveChanges();
        });

    /// <summary>Adds a further questionnaire version to a study.</summary>
    /// <param name="place">The number of versions that the study has so far; where another has taken this place meanwhile, nothing is
    /// stored.</param>
    public Task AddVersion(string study, PublishedQuestionnaire questionnaire, int place, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            AddNew(scope.Db, questionnaire);
            scope.Db.Add(Asked(study, questionnaire, place, now));
            scope.Db.SaveChanges();
        });

    /// <summary>Adds an index model to a study. Responses collected so far wait for their scores under it. One that the study has already
    /// changes nothing.</summary>
    /// <param name="laender">Those of the study.</param>
    /// <returns><see cref="PublishedIndexModel.Number"/>.</returns>
    public Task<int> AddIndex(string study, PublishedIndexModel model, IReadOnlyList<string> laender, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            var db = scope.Db;
            var number = Known(db, model);
            db.SaveChanges();
            if (db.StudyIndexModels.Find(study, number.Number) is not null)
            {
                return number.Number;
            }

            db.Add(
                new StudyIndexModel
                {
                    Study = study,
                    IndexModel = number.Number,
                    Place = db.StudyIndexModels.Where(row => row.Study == study).Max(row => row.Place) + 1,
                    AddedAt = now,
                }
            );
            var counted = db.Counters.AsNoTracking().Where(row => row.Study == study).ToDictionary(row => row.Land, row => row.Value);
            db.AddRange(
                laender.Select(land => new StoredRescoring
                {
                    Study = study,
                    IndexModel = number.Number,
                    Land = land,
                    Done = 0,
                    Target = counted.GetValueOrDefault(land),
                })
            );
            db.SaveChanges();
            return number.Number;
        });

    public Task SetPhase(string study, int phase) =>
        queue.Commit(scope =>
        {
            scope.Execute("UPDATE studies SET phase = $1 WHERE id = $2", phase, study);
        });

    private static void AddNew(MaturityDb db, PublishedQuestionnaire questionnaire)
    {
        if (db.Questionnaires.Find(questionnaire.Id, questionnaire.Version) is null)
        {
            db.Add(questionnaire);
        }
    }

    private static StudyQuestionnaire Asked(string study, PublishedQuestionnaire questionnaire, int place, DateTimeOffset now) =>
        new()
        {
            Study = study,
            Place = place,
            QuestionnaireId = questionnaire.Id,
            QuestionnaireVersion = questionnaire.Version,
            AddedAt = now,
        };

    private static PublishedIndexModel Known(MaturityDb db, PublishedIndexModel model) =>
        db.IndexModels.SingleOrDefault(row => row.Id == model.Id && row.Version == model.Version) ?? db.Add(model).Entity;
}
