using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Which version a response is on when a further one comes into the field.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private static readonly Answer _some = new Answer.Coded("some");
    private static readonly Answer _fields = new Answer.CodedSet(["office", "sales"]);

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private IReadOnlyList<string> _keys = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        _keys = await _server.SmallStudy(1, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_response_that_was_not_begun_begins_with_the_newest_version_whatever_changed()
    {
        await Revise(SmallVersions.Stricter);
        Assert.Equal(("1.2.0", ResponseStatus.Invited), (await Version(0), (await Read(0)).Status));
        Assert.IsType<SaveOutcome.Refused>(await Save(0, 0, ("employed", new Answer.Missing(MissingReason.Refused))));
        await _server.Draw(2, Cancellation);
        Assert.Equal("1.2.0", await Stored("BE", "BE-construction-S1-2"));
    }

    [Fact]
    public async Task A_draft_goes_over_to_a_compatible_version_with_all_its_answers()
    {
        await Save(0, 0, ("uses_ai", _some), ("ai_fields", _fields));
        await Revise(SmallVersions.Compatible);

        var state = await Read(0);

        Assert.Equal(("1.1.0", 1), (state.QuestionnaireVersion, state.Revision));
        Assert.Equal(_some, state.Answers["uses_ai"]);
        Assert.Equal(new Answer.CodedSet(["sales", "office"]), state.Answers["ai_fields"]);
        Assert.IsType<SaveOutcome.Saved>(await Save(0, 1, ("ai_fields", new Answer.CodedSet(["research"]))));
        Assert.Equal(["begun", "migrated 1.0.0 to 1.1.0"], await Events(0));
    }

    [Fact]
    public async Task The_first_touch_may_be_a_save_and_a_stale_revision_conflicts_as_before()
    {
        await Save(0, 0, ("uses_ai", _some), ("ai_fields", _fields));
        await Save(0, 1, ("ai_fields", new Answer.CodedSet(["sales"])));
        await Revise(SmallVersions.Compatible);

        var conflict = Assert.Single(
            Assert.IsType<SaveOutcome.Conflicting>(await Save(0, 1, ("ai_fields", new Answer.CodedSet(["research"])))).Conflicts
        );
        Assert.Equal(("ai_fields", new Answer.CodedSet(["sales"])), (conflict.Variable, conflict.Stored));
        Assert.Equal(
            ("1.1.0", 3),
            (
                await Version(0),
                Assert.IsType<SaveOutcome.Saved>(await Save(0, 2, ("ai_fields", new Answer.CodedSet(["research"])))).State.Revision
            )
        );
    }

    [Fact]
    public async Task The_same_ticks_in_the_old_order_are_no_conflict_after_migrating()
    {
        await Save(0, 0, ("uses_ai", _some), ("ai_fields", _fields));
        await Revise(SmallVersions.Compatible);
        Assert.Equal(1, Assert.IsType<SaveOutcome.Saved>(await Save(0, 0, ("ai_fields", _fields))).State.Revision);
    }

    [Fact]
    public async Task A_draft_stays_on_its_version_where_the_changes_do_not_let_it_go()
    {
        await Save(0, 0, ("employed", new Answer.Missing(MissingReason.Refused)), ("uses_ai", _some));
        await Revise(SmallVersions.Compatible);
        await Revise(SmallVersions.Stricter);

        Assert.Equal("1.0.0", await Version(0));
        Assert.IsType<SaveOutcome.Refused>(await Save(0, 1, ("ai_fields", new Answer.CodedSet(["research"]))));
        Assert.IsType<SaveOutcome.Saved>(await Save(0, 1, ("ai_fields", _fields)));
        var accepted = Assert.IsType<SubmitOutcome.Accepted>(await Submit(0, revision: 2));
        Assert.Equal(
            ("1.0.0", SmallVersions.Read(Server.Small("questionnaire.yaml")).Hash),
            (accepted.Receipt.QuestionnaireVersion, accepted.Receipt.QuestionnaireHash)
        );
        Assert.Equal(["begun", "submitted"], await Events(0));
    }

    [Fact]
    public async Task A_submission_stays_what_it_was_submitted_as()
    {
        await Save(0, 0, ("uses_ai", _some));
        var receipt = Assert.IsType<SubmitOutcome.Accepted>(await Submit(0)).Receipt;
        await Revise(SmallVersions.Compatible);
        await Restart();

        Assert.Equal(("1.0.0", receipt), (await Version(0), (await Read(0)).Receipt));
        Assert.Equal(new SubmitOutcome.Accepted(receipt, Repeated: true), await Submit(0));
    }

    [Fact]
    public async Task A_draft_of_a_closed_study_is_not_touched()
    {
        await Save(0, 0, ("uses_ai", _some));
        await Revise(SmallVersions.Compatible);
        await _server.FieldWork.Close("small-study", Cancellation);
        Assert.Equal("1.0.0", await Version(0));
    }

    [Fact]
    public async Task Migrating_happens_once_and_survives_a_restart()
    {
        await Save(0, 0, ("uses_ai", _some));
        await Revise(SmallVersions.Reworded);
        await Read(0);
        await Restart();
        await Read(0);
        await Revise(SmallVersions.Compatible.Replace("Do you use AI?", "Does your company use AI?", StringComparison.Ordinal));
        await Restart();
        await Save(0, 1, ("online_share", new Answer.Number(5)));

        Assert.Equal("1.1.0", await Version(0));
        Assert.Equal(["begun", "migrated 1.0.0 to 1.0.1", "migrated 1.0.1 to 1.1.0"], await Events(0));
    }

    [Fact]
    public async Task A_migration_that_cannot_be_stored_leaves_the_draft_as_it_is()
    {
        await Save(0, 0, ("uses_ai", _some));
        await Revise(SmallVersions.Compatible);
        await Run("CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => Read(0));
        await Run("DROP TRIGGER broken");

        Assert.Equal(("1.1.0", _some), (await Version(0), (await Read(0)).Answers["uses_ai"]));
        Assert.Equal(["begun", "migrated 1.0.0 to 1.1.0"], await Events(0));
    }

    [Fact]
    public async Task A_migrated_submission_is_scored_by_its_own_version()
    {
        await Save(0, 0, ("uses_ai", _some), ("ai_fields", _fields), ("online_share", new Answer.Number(40)));
        await Revise(
            SmallVersions.Edited(
                "1.1.0",
                (
                    "      - { id: employed,",
                    "      - { id: founded, type: integer, text: { de: " + "\"Wann?\", en: \"When?\" } }\n      - { id: employed,"
                )
            )
        );
        Assert.Equal("1.1.0", Assert.IsType<SubmitOutcome.Accepted>(await Submit(0)).Receipt.QuestionnaireVersion);

        var study = (await _server.Catalogue.Study("small-study", Cancellation))!;
        var stored = Assert.Single(await _server.Get<Submissions>().After("BE", study.Id, 0, 10));
        Assert.Equal("1.1.0", stored.QuestionnaireVersion);
        Assert.Equal([45, 50, 40], stored.Scores.Single().Value);
    }

    [Fact]
    public async Task Results_tell_who_was_asked_which_version()
    {
        await _server.Draw(6, Cancellation);
        var keys = await _server.Enter(int.MaxValue, Cancellation);
        await SubmitTo(24, keys);
        await Revise(SmallVersions.Compatible);
        await SubmitTo(keys.Count, keys, from: 24);

        Assert.Equal([("1.0.0", 24), ("1.1.0", keys.Count - 24)], await Mix(Role.Operator));
        var shown = await Mix(Role.Economist);
        Assert.All(shown, version => Assert.True(version.Item2 >= 3));
        await Restart();
        Assert.Equal(shown, await Mix(Role.Economist));
        Assert.Equal([("1.0.0", 24), ("1.1.0", keys.Count - 24)], await Mix(Role.Operator));
    }

    [Fact]
    public async Task Others_learn_of_no_version_that_one_or_two_were_asked()
    {
        await _server.Draw(6, Cancellation);
        var keys = await _server.Enter(int.MaxValue, Cancellation);
        await SubmitTo(keys.Count - 2, keys);
        await Revise(SmallVersions.Compatible);
        await SubmitTo(keys.Count, keys, from: keys.Count - 2);

        Assert.Equal([("1.0.0", keys.Count - 2), ("1.1.0", 2)], await Mix(Role.Operator));
        Assert.DoesNotContain(await Mix(Role.Economist), version => version.Item1 == "1.1.0");
    }

    private async Task SubmitTo(int to, IReadOnlyList<string> keys, int from = 0)
    {
        for (var number = from; number < Math.Min(to, keys.Count); number++)
        {
            await _server.Submit(keys[number], number);
        }
    }

    private async Task<(string, long)[]> Mix(Role role)
    {
        _server.Clock.Advance(TimeSpan.FromSeconds(2));
        var study = (await _server.Catalogue.Study("small-study", Cancellation))!;
        var table = await _server.Table(study, "small-index", "total", [], new Audience(role, null, "test"), Cancellation);
        return [.. table.Data.Versions.Respondents.Select(version => (version.Key, version.Value))];
    }

    private Task<Revised> Revise(string yaml) => _server.FieldWork.Revise("small-study", yaml, Cancellation);

    private Task<ResponseState> Read(int number) => _server.Response(_keys[number]).Read();

    private async Task<string> Version(int number) => (await Read(number)).QuestionnaireVersion;

    private Task<SaveOutcome> Save(int number, long revision, params (string Variable, Answer Answer)[] answers) =>
        _server.Response(_keys[number]).Save(revision, answers.ToDictionary(answer => answer.Variable, answer => answer.Answer));

    private Task<SubmitOutcome> Submit(int number, long revision = 1) =>
        _server.Response(_keys[number]).Submit(revision, "key", new Dictionary<string, Answer>(), new Dictionary<string, string>());

    private async Task Restart()
    {
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path, _server.Clock);
    }

    private async Task<string[]> Events(int number)
    {
        await using var db = await _server.Get<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        var key = ResponseKey.Parse(_keys[number]);
        var events = await db
            .Events.Where(step => step.Land == key.Land && step.Response == key.Id)
            .OrderBy(step => step.Number)
            .ToListAsync(Cancellation);
        return [.. events.Select(step => $"{step.Kind} {step.Detail}".Trim())];
    }

    private async Task<string> Stored(string land, string unit)
    {
        await using var db = await _server.Get<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        return (
            await db.Responses.SingleAsync(response => response.Land == land && response.UnitId == unit, Cancellation)
        ).QuestionnaireVersion;
    }

    private Task Run(string sql) =>
        _server
            .Get<CommitQueue>()
            .Commit(scope =>
            {
                scope.Execute(sql);
            });
}
