using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A submission with what belongs to it; null is what is missing.</summary>
public sealed record SubmittedRow(StoredSubmission Submission, StoredResponse? Response, StoredUnit? Unit);

/// <summary>What a data folder holds at one moment, as it is compared with itself.</summary>
public sealed class FolderContents(FolderReading folder)
{
    private const int Batch = 1000;

    private readonly MaturityDb _db = folder.Maturity;

    /// <summary>As <see cref="FolderReading.DamagedPages"/>.</summary>
    public IReadOnlyList<string> DamagedPages() => folder.DamagedPages();

    public Task<List<PublishedQuestionnaire>> Questionnaires(CancellationToken cancellation) =>
        _db.Questionnaires.AsNoTracking().ToListAsync(cancellation);

    public Task<List<PublishedIndexModel>> IndexModels(CancellationToken cancellation) =>
        _db.IndexModels.AsNoTracking().ToListAsync(cancellation);

    public Task<IReadOnlyList<Publication>> Studies() => Publications.Studies(_db);

    /// <summary>How far the index models are that were added to a study.</summary>
    public Task<List<StoredRescoring>> Rescorings(string study, CancellationToken cancellation) =>
        _db.Rescorings.AsNoTracking().Where(row => row.Study == study).ToListAsync(cancellation);

    public Task<int> Submitted(CancellationToken cancellation) => _db.Submissions.CountAsync(cancellation);

    /// <summary>All that a study has companies, numbers or submissions in.</summary>
    public Task<List<string>> Laender(string study, CancellationToken cancellation)
    {
        var units = _db.Units.Where(row => row.Study == study).Select(row => row.Land);
        var counters = _db.Counters.Where(row => row.Study == study).Select(row => row.Land);
        var submissions = _db.Submissions.Where(row => row.Study == study).Select(row => row.Land);
        return units.Union(counters).Union(submissions).OrderBy(land => land).ToListAsync(cancellation);
    }

    /// <summary>What the counter of a Land and study says; 0 where there is none.</summary>
    public Task<long> Counted(string land, string study, CancellationToken cancellation) =>
        _db.Counters.Where(row => row.Land == land && row.Study == study).Select(row => row.Value).SingleOrDefaultAsync(cancellation);

    /// <summary>Those after a number, in their order, at most a thousand.</summary>
    public Task<List<SubmittedRow>> Submissions(string land, string study, long after, CancellationToken cancellation) =>
        (
            from submission in _db.Submissions
            where submission.Land == land && submission.Study == study && submission.Sequence > after
            join response in _db.Responses
                on new { submission.Land, Id = submission.Response } equals new { response.Land, response.Id }
                into responses
            from response in responses.DefaultIfEmpty()
            join unit in _db.Units
                on new
                {
                    response.Land,
                    response.Study,
                    response.UnitId,
                } equals new
                {
                    unit.Land,
                    unit.Study,
                    unit.UnitId,
                }
                into units
            from unit in units.DefaultIfEmpty()
            orderby submission.Sequence
            select new SubmittedRow(submission, response, unit)
        )
            .AsNoTracking()
            .Take(Batch)
            .ToListAsync(cancellation);

    /// <summary>Of the submissions after a number, up to another one.</summary>
    public Task<List<StoredScores>> Scores(string land, string study, long after, long last, CancellationToken cancellation) =>
        _db
            .Scores.AsNoTracking()
            .Where(row => row.Land == land && row.Study == study && row.Sequence > after && row.Sequence <= last)
            .ToListAsync(cancellation);

    /// <summary>Responses that say that they were submitted, and of which there is no submission.</summary>
    public Task<List<StoredResponse>> WithoutSubmission(CancellationToken cancellation) =>
        _db
            .Responses.AsNoTracking()
            .Where(response =>
                response.Status == 2
                && !_db.Submissions.Any(submission => submission.Land == response.Land && submission.Response == response.Id)
            )
            .ToListAsync(cancellation);

    public Task<List<StoredUnit>> Units(CancellationToken cancellation) => _db.Units.AsNoTracking().ToListAsync(cancellation);

    /// <summary>Ids of the companies that have a name.</summary>
    public async Task<IReadOnlySet<string>> Named(CancellationToken cancellation) =>
        (await folder.Contacts.Contacts.Select(contact => contact.UnitId).ToListAsync(cancellation)).ToHashSet();
}
