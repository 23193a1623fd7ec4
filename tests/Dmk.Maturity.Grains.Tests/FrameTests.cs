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
        await Response.Confirm(new Dictionary<string, string> { ["frame.size"] = "", ["frame.sector"] = "" });
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

    private Task<SubmitOutcome> Submit(Dictionary<string, string> confirmations, params (string Variable, Answer Answer)[] changes) =>
        Response.Submit("key", changes.ToDictionary(change => change.Variable, change => change.Answer), confirmations);

    private async Task Restart()
    {
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path, _server.Clock);
    }
}
