using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>A form that begins with what the frame knows, and answers that are held against it.</summary>
public sealed class FrameTests : IAsyncLifetime
{
    private static readonly Answer _berlin = new Answer.Coded("BE");
    private static readonly Answer _saxony = new Answer.Coded("SN");
    private static readonly Dictionary<string, string> _nothing = [];

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private string _key = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IResponseGrain Response => _server.Response(_key);

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        await _server.FieldWork.Publish(
            Form("1.0.0"),
            [Server.Small("index.yaml")],
            Edited(
                Server.Small("study.yaml"),
                "  size: { classification: size-class }",
                "  land: { from: seat, heldAgainstFrame: { explain: required } }\n"
                    + "  size: { from: employed, classification: size-class, heldAgainstFrame: true }"
            ),
            Server.Frame,
            Origin.Synthetic,
            Cancellation
        );
        await _server.Draw(1, Cancellation);
        await _server.FieldWork.Open("small-study", Cancellation);
        _key = (await _server.Enter(1, Cancellation))[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_form_begins_with_the_frame_and_the_company_corrects_or_clears_it()
    {
        var state = await Response.Read();
        Assert.Equal((ResponseStatus.Invited, 0L, _berlin), (state.Status, state.Revision, state.Answers["seat"]));

        await Save(0, ("uses_ai", new Answer.Coded("some")));
        Assert.Equal(_berlin, (await Response.Read()).Answers["seat"]);
        await Save(1, ("seat", Answer.Unanswered));
        Assert.Equal(Answer.Unanswered, (await Response.Read()).Answers["seat"]);
        await Restart();
        Assert.Equal(Answer.Unanswered, (await Response.Read()).Answers["seat"]);
    }

    [Fact]
    public async Task What_was_not_touched_is_submitted_as_the_frame_gave_it()
    {
        Assert.IsType<SubmitOutcome.Accepted>(await Submit(_nothing, ("uses_ai", new Answer.Coded("no"))));

        Assert.Equal(["seat", "uses_ai"], (await Response.Read()).Answers.All.Select(answer => answer.Key));
    }

    [Fact]
    public async Task A_further_version_begins_with_the_frame_as_well()
    {
        await _server.FieldWork.Revise("small-study", Edited(Form("1.0.1"), "Do you use AI?", "AI?"), Cancellation);

        var state = await Response.Read();
        Assert.Equal(("1.0.1", ResponseStatus.Invited, _berlin), (state.QuestionnaireVersion, state.Status, state.Answers["seat"]));
    }

    [Fact]
    public async Task Another_Land_than_in_the_frame_waits_for_its_confirmation_with_a_reason()
    {
        (string, Answer)[] moved = [("uses_ai", new Answer.Coded("no")), ("seat", _saxony)];

        Assert.Equal(["frame.land"], Open(await Submit(_nothing, moved)).UnconfirmedChecks);
        Assert.Equal(["frame.land"], Open(await Submit(new() { ["frame.land"] = " " }, moved)).UnconfirmedChecks);
        Assert.IsType<SubmitOutcome.Accepted>(await Submit(new() { ["frame.land"] = "umgezogen" }, moved));

        await using var db = await _server.Get<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        var stored = await db.Submissions.SingleAsync(Cancellation);
        Assert.Equal("""{"frame.land":"umgezogen"}""", stored.Confirmations);
    }

    [Fact]
    public async Task A_confirmation_is_kept_until_the_answer_that_it_confirms_changes()
    {
        await Save(0, ("employed", new Answer.Number(30)));
        await Confirm(("frame.size", ""), ("frame.sector", ""));
        Assert.Equal(["frame.size"], (await Response.Read()).Confirmations.Keys);

        await Save(1, ("uses_ai", new Answer.Coded("no")));
        Assert.Equal(["frame.size"], (await Response.Read()).Confirmations.Keys);
        await Save(2, ("employed", new Answer.Number(31)));
        Assert.Empty((await Response.Read()).Confirmations);
    }

    [Fact]
    public async Task A_response_without_an_answer_is_not_submitted()
    {
        (string, Answer) refused = ("uses_ai", new Answer.Missing(MissingReason.DontKnow));
        Assert.Equal(["study.nothingAnswered"], Open(await Submit(_nothing, refused)).HardChecks);
        Assert.Equal(ResponseStatus.Invited, (await Response.Read()).Status);
        Assert.IsType<SubmitOutcome.Accepted>(await Submit(_nothing, refused, ("online_share", new Answer.Number(0))));
    }

    [Fact]
    public async Task What_does_not_fire_is_not_confirmed_for_later()
    {
        await Save(0, ("employed", new Answer.Number(5)));
        await Confirm(("frame.size", ""));
        await Save(1, ("employed", new Answer.Number(30)));

        Assert.Empty((await Response.Read()).Confirmations);
    }

    [Fact]
    public async Task What_two_people_confirm_and_write_stays_side_by_side()
    {
        await Save(0, ("employed", new Answer.Number(30)), ("seat", _saxony));
        var seen = (await Response.Read()).ConfirmationsMark;
        await Confirm(("frame.size", ""));
        await Response.Confirm(new(seen, new Dictionary<string, string>(), new Dictionary<string, string> { ["frame.land"] = "umgez" }));

        var state = await Response.Read();
        Assert.Equal("frame.size / frame.land", Said(state));
        await Response.Confirm(new(state.ConfirmationsMark, new Dictionary<string, string>(), new Dictionary<string, string>()));
        state = await Response.Read();
        Assert.Equal((0, 0), (state.Confirmations.Count, state.BegunReasons.Count));
    }

    [Fact]
    public async Task A_reason_stays_to_be_looked_at_when_its_answer_changes()
    {
        await Save(0, ("seat", _saxony));
        await Confirm(("frame.land", "umgezogen"));
        await Save(1, ("seat", new Answer.Coded("HH")));

        var state = await Response.Read();
        Assert.Equal((0, "umgezogen"), (state.Confirmations.Count, state.BegunReasons["frame.land"]));
    }

    [Fact]
    public async Task Who_has_not_seen_what_others_saved_submits_nothing()
    {
        await Save(0, ("uses_ai", new Answer.Coded("some")));

        Assert.IsType<SubmitOutcome.Outdated>(await Response.Submit(0, "key", new Dictionary<string, Answer>(), _nothing));
        Assert.Equal(ResponseStatus.Draft, (await Response.Read()).Status);
        Assert.IsType<SubmitOutcome.Accepted>(await Response.Submit(1, "key", new Dictionary<string, Answer>(), _nothing));
        Assert.True(
            Assert.IsType<SubmitOutcome.Accepted>(await Response.Submit(1, "key", new Dictionary<string, Answer>(), _nothing)).Repeated
        );
    }

    [Fact]
    public async Task A_version_with_other_words_of_a_check_is_confirmed_anew()
    {
        await Save(0, ("employed", new Answer.Number(0)), ("seat", _saxony));
        await Confirm(("ai_without_people", "nur Maschinen"), ("frame.land", "umgezogen"));
        await _server.FieldWork.Revise("small-study", Edited(Form("1.0.1"), "Nobody employed?", "Nobody at all?"), Cancellation);

        var state = await Response.Read();
        Assert.Equal("frame.land / ai_without_people", Said(state));
        await Restart();
        Assert.Equal(["frame.land"], (await Response.Read()).Confirmations.Keys);
    }

    /// <summary>What is confirmed, and for what a reason has been begun.</summary>
    private static string Said(ResponseState state) =>
        $"{string.Join(' ', state.Confirmations.Keys)} / {string.Join(' ', state.BegunReasons.Keys)}";

    private async Task Confirm(params (string Check, string Reason)[] confirmed) =>
        await Response.Confirm(
            new(
                (await Response.Read()).ConfirmationsMark,
                confirmed.ToDictionary(one => one.Check, one => one.Reason),
                new Dictionary<string, string>()
            )
        );

    private static SubmitOutcome.Incomplete Open(SubmitOutcome outcome) => Assert.IsType<SubmitOutcome.Incomplete>(outcome);

    private static string Form(string version) =>
        Edited(
            SmallVersions.Edited(version),
            "      - { id: employed,",
            "      - { id: seat, type: single, codelist: land, prefill: land, text: { de: \"Sitz?\", en: \"Seat?\" } }\n"
                + "      - { id: employed,"
        );

    private static string Edited(string yaml, string find, string put)
    {
        Assert.Contains(find, yaml, StringComparison.Ordinal);
        return yaml.Replace(find, put, StringComparison.Ordinal);
    }

    private async Task Save(long revision, params (string Variable, Answer Answer)[] changes) =>
        Assert.IsType<SaveOutcome.Saved>(
            await Response.Save(revision, changes.ToDictionary(change => change.Variable, change => change.Answer))
        );

    private async Task<SubmitOutcome> Submit(Dictionary<string, string> confirmations, params (string Variable, Answer Answer)[] changes) =>
        await Response.Submit(
            (await Response.Read()).Revision,
            "key",
            changes.ToDictionary(change => change.Variable, change => change.Answer),
            confirmations
        );

    private async Task Restart()
    {
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path, _server.Clock);
    }
}
