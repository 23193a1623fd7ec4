using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A submission that is ready to be stored, and what the response is afterwards.</summary>
internal sealed record ReadySubmission(Submission ToStore, Response After, PartitionSubmission ForPartition);

/// <summary>Decides what a submission is: whether it may be, what is kept, its receipt, its scores. Pure but for the receipt's random
/// number.</summary>
internal static class SubmissionRules
{
    private const string ReceiptLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int ReceiptLength = 12;

    /// <summary>What stands in the way; null when nothing does.</summary>
    /// <param name="fired">All that is said about the answers.</param>
    public static SubmitOutcome.Incomplete? Obstacles(
        IReadOnlyList<AnswerProblem> problems,
        IReadOnlyList<FiredCheck> fired,
        IReadOnlyDictionary<string, string> confirmations
    )
    {
        string[] hard = [.. Of(CheckLevel.Hard, fired).Select(one => one.Id)];
        string[] unconfirmed = [.. Of(CheckLevel.Soft, fired).Where(one => !IsConfirmed(one, confirmations)).Select(one => one.Id)];
        return problems.Count + hard.Length + unconfirmed.Length == 0 ? null : new(problems, hard, unconfirmed);
    }

    /// <summary>Where a reason is asked for, a confirmation without one confirms nothing.</summary>
    private static bool IsConfirmed(FiredCheck fired, IReadOnlyDictionary<string, string> confirmations) =>
        confirmations.TryGetValue(fired.Id, out var reason)
        && (fired.Check.Explain != Explanation.Required || !string.IsNullOrWhiteSpace(Invisible.Dropped(reason)));

    /// <summary>Whether a repeated submission says the same again: applied to what was submitted, it changes nothing.</summary>
    public static bool SaysTheSame(Response submitted, IReadOnlyDictionary<string, Answer> changes) =>
        changes.Count == 0
        || AnswersJson
            .Write(Interview.Of(submitted.Questionnaire, submitted.AnswersWith(changes)).OnPath)
            .AsSpan()
            .SequenceEqual(AnswersJson.Write(submitted.Answers));

    public static ReadySubmission Prepare(
        Response held,
        Interview interview,
        string idempotencyKey,
        IReadOnlyDictionary<string, string> confirmations,
        DateTimeOffset at
    )
    {
        var study = held.Study;
        var onPath = interview.OnPath;
        var answers = AnswersJson.Write(onPath);

        // Scored from what is stored, so that anybody can score it again.
        var final = Interview.Of(held.Questionnaire, onPath);
        var models = held.Known.Models(held.Version.Number).ToArray();
        var scores = models.Select(one => one.Model.Score(final)).ToArray();
        var cell = study.Design.CellOf(held.Stratum, final);
        var kept = KeptValues.Write(study.Design.KeptOf(final));
        var receipt = new Receipt(
            ReceiptNumber(),
            at,
            HashOf(held.Questionnaire, answers),
            held.Questionnaire.Id,
            held.Questionnaire.Version,
            held.Questionnaire.Hash
        );
        var submission = new Submission
        {
            Response = held.Key.Id,
            Study = study.Id,
            Revision = held.Revision + 1,
            Answers = answers,
            IdempotencyKey = idempotencyKey,
            ReceiptNumber = receipt.Number,
            ReceiptHash = receipt.Hash,
            At = at,
            Cell = cell.ToString(),
            Confirmations = Confirmed(held.Fired(interview), confirmations),
            Kept = kept,
            Scores = models.Index().ToDictionary(model => model.Item.Number, model => scores[model.Index]),
            ModelHashes = models.ToDictionary(model => model.Number, model => Convert.FromHexString(model.Model.Hash)),
        };

        // What was added since has partitions of its own.
        var ofFile = scores[..held.Known.IndexNumbers.Count];
        var after = held with
        {
            Status = ResponseStatus.Submitted,
            Revision = submission.Revision,
            Answers = onPath,
            Changes = LastChanges.None,
            Confirmed = Grains.Confirmations.None,
            Receipt = receipt,
            IdempotencyKey = idempotencyKey,
        };
        return new(submission, after, new PartitionSubmission(0, held.Stratum, cell, ofFile, held.Version.Number, kept));
    }

    /// <summary>SHA-256 over the questionnaire's hash, a line feed, and the canonical answers.</summary>
    internal static string HashOf(Questionnaire questionnaire, byte[] answers) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(questionnaire.Hash + "\n"), .. answers]));

    private static string ReceiptNumber() => AccessCode.Show(RandomNumberGenerator.GetString(ReceiptLetters, ReceiptLength));

    /// <summary>The reasons for the soft checks that fired, as they are stored.</summary>
    private static string Confirmed(IReadOnlyList<FiredCheck> fired, IReadOnlyDictionary<string, string> confirmations) =>
        JsonSerializer.Serialize(
            Of(CheckLevel.Soft, fired)
                .Select(one => one.Id)
                .Where(confirmations.ContainsKey)
                .ToDictionary(check => check, check => confirmations[check])
        );

    private static IEnumerable<FiredCheck> Of(CheckLevel level, IReadOnlyList<FiredCheck> fired) =>
        fired.Where(one => one.Check.Level == level);
}
