using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A study with everything it was published with, as stored.</summary>
/// <param name="IndexModels">In the order of the study's file.</param>
/// <param name="Strata">In the order of the frame.</param>
public sealed record Publication(PublishedStudy Study, PublishedQuestionnaire Questionnaire, IReadOnlyList<PublishedIndexModel> IndexModels, IReadOnlyList<StoredStratum> Strata);

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
        var studies = await db.Studies.AsNoTracking().OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).ToListAsync();
        var questionnaires = await db.Questionnaires.AsNoTracking().ToDictionaryAsync(row => (row.Id, row.Version));
        var models = await db.IndexModels.AsNoTracking().ToDictionaryAsync(row => row.Number);
        var used = (await db.StudyIndexModels.AsNoTracking().OrderBy(row => row.Place).ToListAsync()).ToLookup(row => row.Study);
        var strata = (await db.Strata.AsNoTracking().OrderBy(row => row.Place).ToListAsync()).ToLookup(row => row.Study);
        return [.. studies.Select(study => new Publication(
            study,
            questionnaires[(study.QuestionnaireId, study.QuestionnaireVersion)],
            [.. used[study.Id].Select(row => models[row.IndexModel])],
            [.. strata[study.Id]]))];
    }

    /// <summary>Stores what is new of a publication, all in one commit. Index models that are known keep their number.</summary>
    public Task Add(Publication publication) => queue.Commit(scope =>
    {
        var db = scope.Db;
        if (db.Questionnaires.Find(publication.Questionnaire.Id, publication.Questionnaire.Version) is null)
        {
            db.Add(publication.Questionnaire);
        }

        db.Add(publication.Study);
        db.AddRange(publication.Strata);
        var models = publication.IndexModels.Select(model => Known(db, model)).ToArray();
        db.SaveChanges();
        db.AddRange(models.Select((model, place) => new StudyIndexModel { Study = publication.Study.Id, IndexModel = model.Number, Place = place }));
        db.SaveChanges();
    });

    public Task SetPhase(string study, int phase) => queue.Commit(scope => { scope.Execute("UPDATE studies SET phase = $1 WHERE id = $2", phase, study); });

    private static PublishedIndexModel Known(MaturityDb db, PublishedIndexModel model) =>
        db.IndexModels.SingleOrDefault(row => row.Id == model.Id && row.Version == model.Version) ?? db.Add(model).Entity;
}
