using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Each event of studies, partitions and responses is logged when it happens, and says nothing about a company.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private static readonly Answer _some = new Answer.Coded("some");

    private readonly TemporaryFolder _folder = new();
    private readonly Journal _journal = new();
    private Server _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Start();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_life_of_a_study_is_logged_step_by_step()
    {
        await _server.Publish(Cancellation);
        Assert.Equal("The study small-study has been published; it asks small 1.0.0.", Text("StudyPublished"));

        await _server.Publish(Cancellation);
        Assert.Single(_journal.Of("StudyPublished"));

        await _server.Draw(1, Cancellation);
        Assert.Equal("The sample of small-study was given companies: 8.", Text("SampleAdded"));

        await _server.FieldWork.Open("small-study", Cancellation);
        Assert.Equal("The study small-study is open: companies can answer.", Text("StudyOpened"));

        var invitations = await _server.FieldWork.IssueCodes("small-study", 3, Cancellation);
        Assert.Equal("Access codes of small-study have been issued: 3.", Text("CodesIssued"));

        var spare = await _server.FieldWork.IssueSpareCode("small-study", Cancellation);
        Assert.Equal("Access codes of small-study have been issued: 1.", _journal.Of("CodesIssued")[1].Text);

        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        Assert.Equal("The study small-study has been revised; after 1.0.0 it asks 1.1.0.", Text("StudyRevised"));

        await _server.FieldWork.Publish(SmallVersions.Stricter, Cancellation);
        await _server.FieldWork.Publish(SmallVersions.Stricter, Cancellation);
        Assert.Equal("The questionnaire small 1.2.0 has been published.", Text("QuestionnairePublished"));

        await _server.FieldWork.Close("small-study", Cancellation);
        Assert.Equal("The study small-study is closed: nobody can answer any more.", Text("StudyClosed"));

        Assert.All(
            _journal.Lines,
            line =>
                Assert.All(
                    invitations.Append(spare!),
                    invitation =>
                    {
                        Assert.DoesNotContain(invitation.AccessCode, line.Text, StringComparison.OrdinalIgnoreCase);
                        Assert.DoesNotContain(invitation.Name, line.Text, StringComparison.OrdinalIgnoreCase);
                    }
                )
        );
    }

    [Fact]
    public async Task A_response_is_logged_when_it_is_read_and_never_with_an_answer()
    {
        var key = (await _server.SmallStudy(1, Cancellation))[0];
        await _server.Response(key).Save(0, new Dictionary<string, Answer> { ["online_share"] = new Answer.Number(73.625m) });
        await _server.Response(key).Read();

        var line = Assert.Single(_journal.Of("ResponseActivated"));
        Assert.Contains($"{ResponseKey.Parse(key).Id}", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_journal.Lines, one => one.Text.Contains("73.625", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_response_that_goes_over_to_another_version_is_logged()
    {
        var key = (await _server.SmallStudy(1, Cancellation))[0];
        await _server.Response(key).Save(0, new Dictionary<string, Answer> { ["uses_ai"] = _some });
        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        await _server.Response(key).Read();

        Assert.EndsWith(
            "has gone over from version 1.0.0 to 1.1.0 of its questionnaire.",
            Text("ResponseMigrated"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_response_that_another_server_wrote_is_logged()
    {
        var key = (await _server.SmallStudy(1, Cancellation))[0];
        await _server.Response(key).Read();
        var (land, id) = (ResponseKey.Parse(key).Land, ResponseKey.Parse(key).Id);
        var theirs = AnswersJson.Write(Answers.None.With("uses_ai", _some));
        var changes = LastChanges.None.With(["uses_ai"], new(1, _server.Clock.GetUtcNow()));
        await _server.Get<Responses>().Save(land, new Draft(id, 1, theirs, changes.Write(), null, _server.Clock.GetUtcNow()));
        await _server.Response(key).Save(0, new Dictionary<string, Answer> { ["employed"] = new Answer.Number(3) });

        Assert.Contains($"{id}", Text("ResponseStale"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partition_that_starts_over_a_full_store_is_logged_with_how_much_it_reads()
    {
        var keys = await _server.SmallStudy(2, Cancellation);
        for (var number = 0; number < keys.Count; number++)
        {
            await _server.Submit(keys[number], number);
        }

        await _server.DisposeAsync();
        await Start();
        var before = _journal.Lines.Count;
        await Live("SN");

        var lines = _journal.Lines.Skip(before).Where(line => line.Id is 1101 or 1102).ToArray();
        Assert.Equal(["PartitionActivated", "PartitionCaughtUp"], lines.Select(line => line.Name));
        Assert.Equal("The partition SN of small-study is active.", lines[0].Text);
        Assert.Matches("^The partition SN of small-study has caught up in [0-9]+ ms; submissions from number 1 on: 8[.]$", lines[1].Text);

        await Live("SN");
        Assert.Single(_journal.Lines.Skip(before), line => line.Name == "PartitionCaughtUp");
    }

    [Fact]
    public async Task A_number_without_its_submission_is_logged()
    {
        await _server.SmallStudy(1, Cancellation);
        await _server
            .Get<CommitQueue>()
            .Commit(scope =>
            {
                scope.Execute("INSERT INTO counters (land, study, value) VALUES ('SN', 'small-study', 2)");
            });
        await Assert.ThrowsAsync<StoreDownException>(() => Live("SN"));

        Assert.Equal("The partition SN of small-study lacks number 1; submissions that are numbered: 2.", Text("SubmissionMissing"));
    }

    private Task<PartitionMoments> Live(string land) =>
        _server.Get<IGrainFactory>().GetGrain<IPartitionGrain>(PartitionKey.Of(land, "small-study")).Live(0);

    private string Text(string name) => Assert.Single(_journal.Of(name)).Text;

    private async Task Start() =>
        _server = await Server.Start(
            _folder.Path,
            more: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_journal))
        );
}
