using Dmk.Maturity.Studies;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Grains;

/// <summary>What an operator reads about studies, partitions, responses and tokens. A line names ids and numbers, never a person, a code,
/// a token itself or an answer.</summary>
/// <remarks>The numbers and names of events are fixed; docs/operating.md lists them. Times are given as texts: a JSON line would
/// write others as Americans do.</remarks>
public sealed partial class StudyJournal(ILogger<StudyJournal> log)
{
    [LoggerMessage(1001, LogLevel.Information, "The study {Study} has been published; it asks {Questionnaire} {Version}.")]
    internal partial void StudyPublished(string study, string questionnaire, string version);

    [LoggerMessage(1002, LogLevel.Information, "The questionnaire {Questionnaire} {Version} has been published.")]
    internal partial void QuestionnairePublished(string questionnaire, string version);

    [LoggerMessage(1003, LogLevel.Information, "The study {Study} has been revised; after {Before} it asks {Version}.")]
    internal partial void StudyRevised(string study, string before, string version);

    [LoggerMessage(1004, LogLevel.Information, "The study {Study} is open: companies can answer.")]
    internal partial void StudyOpened(string study);

    [LoggerMessage(1005, LogLevel.Information, "The study {Study} is closed: nobody can answer any more.")]
    internal partial void StudyClosed(string study);

    [LoggerMessage(1006, LogLevel.Information, "The sample of {Study} was given companies: {Companies}.")]
    internal partial void SampleAdded(string study, int companies);

    [LoggerMessage(1007, LogLevel.Information, "Access codes of {Study} have been issued: {Codes}.")]
    internal partial void CodesIssued(string study, int codes);

    [LoggerMessage(1008, LogLevel.Information, "The frame of {Study} has been imported; companies: {Companies}, strata: {Strata}.")]
    internal partial void FrameImported(string study, long companies, int strata);

    [LoggerMessage(1009, LogLevel.Information, "The sample of {Study} has been drawn; companies: {Drawn} of {Companies}, seed: {Seed}.")]
    internal partial void SampleDrawn(string study, long drawn, long companies, int seed);

    [LoggerMessage(1010, LogLevel.Information, "The index model {Index} has been added to the study {Study}.")]
    internal partial void IndexAdded(string study, string index);

    [LoggerMessage(1011, LogLevel.Information, "Responses of {Land} in {Study} have been scored under {Index}: {Responses}.")]
    internal partial void Rescored(string land, string study, string index, long responses);

    [LoggerMessage(1012, LogLevel.Warning, "Collected responses could not be scored under an added index model; it is tried again.")]
    internal partial void RescoringFailed(Exception exception);

    [LoggerMessage(1101, LogLevel.Debug, "The partition {Land} of {Study} is active.")]
    internal partial void PartitionActivated(string land, string study);

    [LoggerMessage(
        1102,
        LogLevel.Debug,
        "The partition {Land} of {Study} has caught up in {Milliseconds} ms; submissions from number {From} on: {Submissions}."
    )]
    internal partial void PartitionCaughtUp(string land, string study, long submissions, long from, long milliseconds);

    [LoggerMessage(
        1103,
        LogLevel.Error,
        "The partition {Land} of {Study} lacks number {Sequence}; submissions that are numbered: {Stored}."
    )]
    internal partial void SubmissionMissing(string land, string study, long sequence, long stored);

    [LoggerMessage(
        1104,
        LogLevel.Debug,
        "The partition {Land} of {Study} has read its kept columns in {Milliseconds} ms; submissions: {Submissions}."
    )]
    internal partial void KeptColumnsRead(string land, string study, long submissions, long milliseconds);

    [LoggerMessage(1105, LogLevel.Information, "The kept columns {File} are made anew from the database: {Why}.")]
    internal partial void KeptColumnsUnusable(string file, string why);

    [LoggerMessage(1106, LogLevel.Warning, "The columns {File} cannot be kept; the next start takes longer.")]
    internal partial void ColumnsNotKept(string file, Exception exception);

    [LoggerMessage(
        1107,
        LogLevel.Information,
        "What readers see of {Study} has been decided, which took {Milliseconds} ms; it is state {State}."
    )]
    internal partial void ShownDecided(string study, int state, long milliseconds);

    [LoggerMessage(1108, LogLevel.Warning, "What readers see of {Study} could not be decided; the last state stays.")]
    internal partial void ShownNotDecided(string study, Exception exception);

    [LoggerMessage(1201, LogLevel.Debug, "The response {Response} of {Land} is active.")]
    internal partial void ResponseActivated(Guid response, string land);

    [LoggerMessage(
        1202,
        LogLevel.Debug,
        "The response {Response} of {Land} has gone over from version {From} to {To} of its questionnaire."
    )]
    internal partial void ResponseMigrated(Guid response, string land, string from, string to);

    [LoggerMessage(
        1203,
        LogLevel.Warning,
        "The response {Response} of {Land} was written by another server meanwhile; the step is decided again."
    )]
    internal partial void ResponseStale(Guid response, string land);

    [LoggerMessage(1204, LogLevel.Error, "The stored answers of the response {Response} of {Land} cannot be read.")]
    internal partial void AnswersDamaged(Guid response, string land);

    [LoggerMessage(1301, LogLevel.Information, "The token {Token} for the role {Role} has been created; it is valid until {Expires}.")]
    internal partial void TokenCreated(string token, Role role, string expires);

    [LoggerMessage(1302, LogLevel.Information, "The token {Token} for the role {Role} has been revoked.")]
    internal partial void TokenRevoked(string token, Role role);
}
