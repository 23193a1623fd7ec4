using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Looks through the submissions of one Land and study: numbers without gaps, each with its response, receipt, cell and scores as
/// its answers give them; and the moments of all.</summary>
/// <param name="waiting">How far the Land is scored under each index model that was added later.</param>
internal sealed class SubmissionsCheck(
    FolderContents contents,
    CatalogueStudy known,
    string land,
    IReadOnlyList<StoredRescoring> waiting,
    Action<string> found
)
{
    private const string Restore = "Restore the folder from a backup.";
    private const int SubmittedStatus = 2;

    private readonly string _study = known.Study.Id;
    private readonly PartitionColumns _columns = new([.. known.Study.Indices.Select(StudyMoments.LayoutOf)], known.Study.Design.Kept.Count);
    private readonly Dictionary<(int Model, int Node), (long Count, double Sum)> _sums = [];

    /// <summary>False as soon as the moments cannot be built, because a submission is missing or not scored.</summary>
    private bool _isWhole = true;

    public async Task Run(Action<int> done, CancellationToken cancellation)
    {
        long last = 0;
        while (await contents.Submissions(land, _study, last, cancellation) is { Count: > 0 } rows)
        {
            var scores = (await contents.Scores(land, _study, last, rows[^1].Submission.Sequence, cancellation)).ToLookup(row =>
                row.Sequence
            );
            foreach (var row in rows)
            {
                CheckNumber(last, row.Submission.Sequence);
                last = row.Submission.Sequence;
                Check(row, scores[last].ToDictionary(score => score.IndexModel));
            }

            done(rows.Count);
        }

        var counted = await contents.Counted(land, _study, cancellation);
        if (counted != last)
        {
            found($"The counter of {land} in {_study} says {counted}, and the last submission is {last}. {Restore}");
        }

        CheckMoments();
    }

    private void CheckNumber(long last, long number)
    {
        if (number != last + 1)
        {
            _isWhole = false;
            found($"Submissions {last + 1} to {number - 1} of {land} in {_study} are missing. {Restore}");
        }
    }

    private void Check(SubmittedRow row, Dictionary<int, StoredScores> scores)
    {
        var where = $"Submission {row.Submission.Sequence} of {land} in {_study}";
        if (Fault(row) is { } fault)
        {
            _isWhole = false;
            found($"{where}: {fault} {Restore}");
            return;
        }

        var version = known.Study.Version(row.Response!.QuestionnaireVersion)!;
        var interview = Interview.Of(version.Questionnaire, AnswersJson.Read(row.Response.Answers));
        var stratum = ReportingCell.Parse(row.Unit!.Stratum);
        var cell = known.Study.Design.CellOf(stratum, interview);
        if (cell.ToString() != row.Submission.Cell)
        {
            found($"{where}: it counts in {row.Submission.Cell}, and by its answers in {cell}. {Restore}");
        }

        var answered = KeptValues.Write(known.Study.Design.KeptOf(interview));
        if (row.Submission.Kept is { } stored && !stored.AsSpan().SequenceEqual(answered))
        {
            found($"{where}: the answers that are kept for filters are not those of its answers. {Restore}");
        }

        (int Number, IndexModel Model)[] models = [.. known.Models(version.Number)];
        var anew = models.Select(one => one.Model.Score(interview)).ToArray();
        foreach (var (place, (number, model)) in models.Index())
        {
            if (!scores.TryGetValue(number, out var values))
            {
                if (!waiting.Any(one => one.IsWaiting(number, row.Submission.Sequence)))
                {
                    found($"{where}: its scores under {VersionedId.Of(model)} are missing. {Restore}");
                }
            }
            else if (values.ModelHash is { } hash && !hash.AsSpan().SequenceEqual(Convert.FromHexString(model.Hash)))
            {
                found(
                    $"{where}: the hash beside its scores under {VersionedId.Of(model)} is not that of the model, but "
                        + $"{Convert.ToHexStringLower(hash)}. {Restore}"
                );
            }
            else if (!values.Values.AsSpan().SequenceEqual(StoredScores.Write(anew[place])))
            {
                found($"{where}: its scores under {VersionedId.Of(model)} are not those of its answers. {Restore}");
            }
        }

        if (known.IndexNumbers.Any(number => !scores.ContainsKey(number)) || scores.Keys.Except(models.Select(one => one.Number)).Any())
        {
            _isWhole = false;
            found($"{where}: it has scores under {scores.Count} index models instead of {models.Length}. {Restore}");
        }

        if (_isWhole)
        {
            Sum(anew[..known.IndexNumbers.Count]);
            double[][] kept = [.. known.IndexNumbers.Select(number => StoredScores.Read(scores[number].Values))];
            _columns.Add(new(row.Submission.Sequence, stratum, ReportingCell.Parse(row.Submission.Cell), kept, version.Number, answered));
        }
    }

    /// <summary>Why its answers are not those that were submitted; null where they are.</summary>
    private string? Fault(SubmittedRow row)
    {
        if (row.Response is not { } response || row.Unit is null)
        {
            return "its response is missing.";
        }

        if (response.Study != _study || response.Status != SubmittedStatus)
        {
            return $"its response {response.Id} does not say that it was submitted here.";
        }

        var version = known.Study.Version(response.QuestionnaireVersion);
        if (version is null || version.Questionnaire.Hash != response.QuestionnaireHash)
        {
            return $"the study has never asked the questionnaire of its response {response.Id}.";
        }

        return SubmissionRules.HashOf(version.Questionnaire, response.Answers) == row.Submission.ReceiptHash
            ? null
            : $"the answers of its response {response.Id} are not those of its receipt {row.Submission.ReceiptNumber}.";
    }

    private void Sum(double[][] scores)
    {
        foreach (var (values, model) in scores.Select((values, model) => (values, model)))
        {
            foreach (var (score, node) in values.Select((score, node) => (score, node)).Where(one => !double.IsNaN(one.score)))
            {
                var (count, sum) = _sums.GetValueOrDefault((model, node));
                _sums[(model, node)] = (count + 1, sum + score);
            }
        }
    }

    /// <summary>The moments that tables are made of against plain sums: exact but for the rounding of scores to 2^-32 and of the plain
    /// sum.</summary>
    private void CheckMoments()
    {
        if (!_isWhole)
        {
            return;
        }

        for (var model = 0; model < known.Study.Indices.Count; model++)
        {
            var moments = _columns.Live(model);
            for (var node = 0; node < moments.Nodes; node++)
            {
                var (count, sum) = _sums.GetValueOrDefault((model, node));
                var cells = moments.Cells.Values.ToArray();
                var (counted, summed) = (cells.Sum(cell => cell.Count(node)), cells.Sum(cell => cell.Sum(node)));
                if (counted != count || Math.Abs(summed - sum) > 1e-9 * Math.Max(1, count) * Math.Max(1, Math.Abs(sum)))
                {
                    found($"The moments of {land} in {_study}, index {known.Study.Indices[model].Id}, are not the sums of its scores.");
                }
            }
        }
    }
}
