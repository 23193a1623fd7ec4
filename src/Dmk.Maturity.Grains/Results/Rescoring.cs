using System.Globalization;
using System.Threading.Channels;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Scores the responses that had been collected when an index model was added to a study.</summary>
/// <remarks>Page by page, each in one commit with how far it reaches: whoever begins again goes on there, and two at once store nothing
/// twice. Companies submit between the pages.</remarks>
public sealed class Rescoring(Rescorings rescorings, Submissions submissions, Catalogue catalogue, StudyJournal journal)
{
    private const int Page = 500;

    private static readonly TimeSpan _untilLessBusy = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>How far every added index model of a study is, in the order in which they came.</summary>
    public async Task<IReadOnlyList<AddedIndex>> Of(Study study, CancellationToken cancellation)
    {
        if (study.Added.Count == 0)
        {
            return [];
        }

        var waiting = (await rescorings.Of(study.Id, cancellation)).ToLookup(row => row.IndexModel, row => row.Target - row.Done);
        long of = 0;
        foreach (var land in study.Laender)
        {
            of += await submissions.Highest(land, study.Id);
        }

        return [.. study.Added.Select(one => new AddedIndex(one, of - waiting[one.Scoring].Sum(), of))];
    }

    /// <summary>Refuses results under an added index model whose collected responses are not all scored yet.</summary>
    /// <exception cref="ResultRequestException">The message says how far it is.</exception>
    public async Task RefuseUnfinished(Study study, CancellationToken cancellation)
    {
        var rows = await rescorings.Of(study.Id, cancellation);
        if (rows.All(row => row.IndexModel != study.Scoring || row.Done >= row.Target))
        {
            return;
        }

        Wake();
        var whole = await catalogue.Study(study.Id, cancellation) ?? study;
        if ((await Of(whole, cancellation)).FirstOrDefault(one => one.Study.Scoring == study.Scoring) is { IsFinished: false } added)
        {
            throw new ResultRequestException(
                "INDEX_NOT_READY",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The index {added.Name} is being computed: {added.Scored} of {Counted.Of(added.Of, "response")} scored so far. "
                        + $"Ask again later."
                )
            );
        }
    }

    /// <summary>Has whoever scores in the background look for work.</summary>
    public void Wake() => _wanted.Writer.TryWrite(true);

    /// <summary>Scores all that waits, in all studies, and returns when nothing waits any more.</summary>
    public async Task Finish(CancellationToken cancellation)
    {
        foreach (var row in (await rescorings.Of(null, cancellation)).Where(row => row.Done < row.Target))
        {
            await Finish(row, cancellation);
        }
    }

    /// <summary>As <see cref="Finish(CancellationToken)"/>, of one study.</summary>
    /// <param name="progress">Told after each Land how far the study is.</param>
    public async Task Finish(string study, IProgress<IReadOnlyList<AddedIndex>> progress, CancellationToken cancellation)
    {
        var known =
            await catalogue.Study(study, cancellation) ?? throw new ArgumentException($"There is no study '{study}'.", nameof(study));
        foreach (var row in (await rescorings.Of(study, cancellation)).Where(row => row.Done < row.Target))
        {
            await Finish(row, cancellation);
            progress.Report(await Of(known, cancellation));
        }
    }

    internal async Task Wanted(CancellationToken cancellation) => await _wanted.Reader.ReadAsync(cancellation);

    private async Task Finish(StoredRescoring row, CancellationToken cancellation)
    {
        var known =
            (await catalogue.Known(row.Study, cancellation))?.Under(row.IndexModel)
            ?? throw new InvalidOperationException($"There is no study '{row.Study}'.");
        var done = row.Done;
        while (
            done < row.Target && await rescorings.Page(row.Land, row.Study, (done, row.Target), Page, cancellation) is { Count: > 0 } page
        )
        {
            await Store(row, known.Study, page, cancellation);
            done = page[^1].Sequence;
        }

        if (done < row.Target)
        {
            journal.SubmissionMissing(row.Land, row.Study, done + 1, row.Target);
            throw StoreDownException.OfDamage();
        }

        journal.Rescored(row.Land, row.Study, VersionedId.Of(known.Study.Indices[0]).ToString(), row.Target - row.Done);
    }

    private async Task Store(StoredRescoring row, Study study, IReadOnlyList<UnscoredSubmission> page, CancellationToken cancellation)
    {
        var scored = page.Select(one => (one.Sequence, Scores(study, row.Land, one))).ToArray();
        var hash = Convert.FromHexString(study.Indices[0].Hash);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await rescorings.Add(row.Land, row.Study, row.IndexModel, hash, scored);
                return;
            }
            catch (QueueFullException)
            {
                // Companies come first.
                await Task.Delay(_untilLessBusy, cancellation);
            }
        }
    }

    private static double[] Scores(Study study, string land, UnscoredSubmission submission)
    {
        var version =
            study.Version(submission.QuestionnaireVersion)
            ?? throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Submission {submission.Sequence} of {land} in {study.Id} answered the version {submission.QuestionnaireVersion}, "
                        + $"which was never asked."
                )
            );
        return version.Indices[0].Score(Interview.Of(version.Questionnaire, AnswersJson.Read(submission.Answers)));
    }
}
