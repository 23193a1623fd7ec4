using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A drawn company with the response it is going to give.</summary>
public sealed record DrawnUnit(StoredUnit Unit, Guid Response);

/// <summary>The drawn companies of a study.</summary>
public sealed class Samples(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    /// <summary>Adds drawn companies, each with an empty response on the study's questionnaire. A company that is there already stays as
    /// it is.</summary>
    public Task Add(PublishedQuestionnaire questionnaire, IReadOnlyList<DrawnUnit> drawn, byte[] noAnswers) =>
        queue.Commit(scope =>
        {
            foreach (var one in drawn)
            {
                Add(scope, questionnaire, one, noAnswers);
            }
        });

    internal static void Add(CommitScope scope, PublishedQuestionnaire questionnaire, DrawnUnit drawn, byte[] noAnswers)
    {
        var (unit, response) = drawn;
        var added = scope.Execute(
            "INSERT INTO units (land, study, unit_id, stratum, persons, place, wz, previous) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                + "ON CONFLICT (land, study, unit_id) DO NOTHING",
            unit.Land,
            unit.Study,
            unit.UnitId,
            unit.Stratum,
            unit.Persons,
            unit.Place,
            unit.Wz,
            unit.Previous
        );
        if (added == 1)
        {
            scope.Execute(
                "INSERT INTO responses (land, id, study, unit_id, status, revision, answers, questionnaire_id, "
                    + "questionnaire_version, questionnaire_hash) VALUES ($1, $2, $3, $4, 0, 0, $5, $6, $7, $8)",
                unit.Land,
                response,
                unit.Study,
                unit.UnitId,
                noAnswers,
                questionnaire.Id,
                questionnaire.Version,
                questionnaire.Hash
            );
        }
    }

    /// <summary>The highest place that a unit of this Land has; 0 without one.</summary>
    public async Task<int> LastPlace(string land, string study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db
                .Units.Where(unit => unit.Land == land && unit.Study == study)
                .Select(unit => (int?)unit.Place)
                .MaxAsync(cancellation)
            ?? 0;
    }

    /// <summary>Companies that have not submitted, in the order of the sample, at most as many as asked for.</summary>
    public async Task<IReadOnlyList<DrawnUnit>> Open(string land, string study, int most, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Drawn(Open(db, land, study), db).Take(most).ToListAsync(cancellation);
    }

    /// <summary>As <see cref="Open(string, string, int, CancellationToken)"/>, without the companies that have a valid code in a
    /// letter.</summary>
    public async Task<IReadOnlyList<DrawnUnit>> OpenWithoutLetter(string land, string study, int most, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var open = Open(db, land, study)
            .Where(response =>
                !db.Invitations.Any(invitation =>
                    invitation.Land == response.Land
                    && invitation.Response == response.Id
                    && invitation.ExportedAt != null
                    && invitation.EndedAt == null
                )
            );
        return await Drawn(open, db).Take(most).ToListAsync(cancellation);
    }

    /// <summary>How many companies of this Land have been drawn.</summary>
    public async Task<long> Drawn(string land, string study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Units.LongCountAsync(unit => unit.Land == land && unit.Study == study, cancellation);
    }

    private static IQueryable<StoredResponse> Open(MaturityDb db, string land, string study) =>
        db.Responses.Where(response => response.Land == land && response.Study == study && response.Status != 2);

    private static IQueryable<DrawnUnit> Drawn(IQueryable<StoredResponse> responses, MaturityDb db) =>
        (
            from unit in db.Units
            join response in responses
                on new
                {
                    unit.Land,
                    unit.Study,
                    unit.UnitId,
                } equals new
                {
                    response.Land,
                    response.Study,
                    response.UnitId,
                }
            orderby unit.Place
            select new DrawnUnit(unit, response.Id)
        ).AsNoTracking();
}
