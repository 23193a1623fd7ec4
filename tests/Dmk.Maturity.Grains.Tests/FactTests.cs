using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What a questionnaire reads beside the answers: the wave before, from the frame, and the day.</summary>
public sealed class FactTests : IAsyncLifetime
{
    private const string Turnover =
        "      - { id: turnover, type: amount, text: { de: \"Umsatz?\", en: \"Turnover?\" }, checks: [ { id: ratio, level: soft, "
        + "must: \"turnover <= previous.turnover * 2\", message: { de: \"Viel mehr?\", en: \"Much more?\" } } ] }\n";

    private const string Started = "      - { id: started, type: date, to: today, text: { de: \"Seit wann?\", en: \"Since when?\" } }\n";

    private const string Trade =
        "      - { id: trade, type: codeSearch, classification: wz2008-classes, levels: [4], prefill: wz, "
        + "text: { de: \"Was?\", en: \"What?\" } }\n";

    private static readonly string[] _facts = ["previous.turnover", "today"];
    private static readonly Dictionary<string, string> _nothing = [];

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private string _key = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IResponseGrain Response => _server.Response(_key);

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        var study = await _server.FieldWork.Publish(
            Form("1.0.0", Turnover + Started + Trade),
            [Server.Small("index.yaml")],
            Server.Small("study.yaml"),
            [],
            Origin.Synthetic,
            Cancellation
        );
        var frame = Encoding.UTF8.GetBytes(
            "unit;land;sector;size;wz2008;previous.turnover;previous.employed\nU-1;BE;information;S1;62.01.9;50;7\n"
        );
        var import = _server.Get<FrameImport>();
        var table = import.Check(study, new("frame.csv", () => new MemoryStream(frame)));
        Assert.Empty(table.Mistakes);
        await import.Store(study, table, "test", new Progress<(int, int)>(), Cancellation);
        study = (await _server.Catalogue.Study("small-study", Cancellation))!;
        var drawing = _server.Get<SampleDrawing>();
        var plan = (await drawing.Plan(study, "method: census\n", "all.yaml", Cancellation)).OrThrow();
        await drawing.Draw(study, plan, "all.yaml", 7, "test", Cancellation);
        await _server.FieldWork.Open("small-study", Cancellation);
        _key = (await _server.Enter(1, Cancellation))[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_draft_begins_with_what_its_questionnaire_reads_of_the_wave_before_and_with_nothing_else()
    {
        var state = await Response.Read();

        Assert.Equal([.. _facts, "trade"], state.Answers.All.Select(one => one.Key));
        Assert.Equal((new Answer.Number(50), new Answer.Day(new(2027, 3, 15))), (state.Answers[_facts[0]], state.Answers[_facts[1]]));
        Assert.Equal((0L, ResponseStatus.Invited), (state.Revision, state.Status));
    }

    [Fact]
    public async Task A_draft_begins_with_the_trade_of_the_frame_as_near_as_it_can_be_chosen()
    {
        Assert.Equal(new Answer.Coded("62.01"), (await Response.Read()).Answers["trade"]);
        await Saved(0, ("trade", Answer.Unanswered));
        await Restart();
        Assert.Equal(Answer.Unanswered, (await Response.Read()).Answers["trade"]);
    }

    [Fact]
    public async Task Codes_of_another_edition_than_the_form_searches_are_refused_with_the_frame()
    {
        var study = (await _server.Catalogue.Study("small-study", Cancellation))!;
        var frame = Encoding.UTF8.GetBytes("unit;land;sector;size;wz2025\nU-1;BE;information;S1;62.10\n");

        var table = _server.Get<FrameImport>().Check(study, new("frame.csv", () => new MemoryStream(frame)));

        Assert.Contains("another edition", Assert.Single(table.Mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_no_answers_of_the_company()
    {
        var outcome = await Submit("a");
        Assert.Contains("study.nothingAnswered", Assert.IsType<SubmitOutcome.Incomplete>(outcome).HardChecks);
        foreach (var fact in _facts.Append("previous.employed"))
        {
            var refused = Assert.IsType<SaveOutcome.Refused>(await Save(0, (fact, new Answer.Number(1))));
            Assert.Equal("unknownVariable", Assert.Single(refused.Problems).Code);
            refused = Assert.IsType<SaveOutcome.Refused>(await Save(0, (fact, Answer.Unanswered)));
            Assert.Equal("unknownVariable", Assert.Single(refused.Problems).Code);
        }
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task The_turnover_is_held_against_that_of_the_wave_before(int turnover, bool fires)
    {
        await Saved(0, ("uses_ai", new Answer.Coded("no")), ("turnover", new Answer.Number(turnover)));
        await Restart();

        var outcome = await Submit("a");

        Assert.Equal(fires ? ["ratio"] : [], (outcome as SubmitOutcome.Incomplete)?.UnconfirmedChecks ?? []);
        outcome = await Submit("b", new() { ["ratio"] = "" });
        Assert.True(fires ? outcome is SubmitOutcome.Accepted : outcome is SubmitOutcome.AlreadySubmitted);
    }

    [Fact]
    public async Task Today_is_the_day_in_Germany_and_goes_on_at_midnight_there()
    {
        Until(new DateTimeOffset(2027, 3, 15, 22, 59, 0, TimeSpan.Zero));
        await Saved(0, ("uses_ai", new Answer.Coded("no")), ("started", new Answer.Day(new(2027, 3, 16))));
        Assert.Equal(["started"], Assert.IsType<SubmitOutcome.Incomplete>(await Submit("a")).Problems.Select(one => one.Variable));

        _server.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new Answer.Day(new(2027, 3, 16)), (await Response.Read()).Answers[Fact.Today]);
        Assert.IsType<SubmitOutcome.Accepted>(await Submit("b"));
        Assert.Equal(new Answer.Day(new(2027, 3, 16)), (await Stored())[Fact.Today]);
        Assert.Equal(new Answer.Number(50), (await Stored())["previous.turnover"]);
    }

    [Fact]
    public async Task What_was_submitted_keeps_its_day_and_says_the_same_later()
    {
        Assert.IsType<SubmitOutcome.Accepted>(await Submit("a", null, ("uses_ai", new Answer.Coded("no"))));
        var before = (await Response.Read()).Answers;
        Until(new DateTimeOffset(2027, 4, 1, 12, 0, 0, TimeSpan.Zero));
        await Restart();

        Assert.Equal(AnswersJson.Write(before), AnswersJson.Write((await Response.Read()).Answers));
        Assert.True(Assert.IsType<SubmitOutcome.Accepted>(await Submit("a", null, ("uses_ai", new Answer.Coded("no")))).Repeated);
    }

    [Fact]
    public async Task A_new_day_alone_is_no_change_of_a_colleague()
    {
        await Saved(0, ("uses_ai", new Answer.Coded("no")));
        Until(new DateTimeOffset(2027, 3, 17, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (await Saved(1, ("uses_ai", new Answer.Coded("no")))).Revision);
        Assert.Equal(2, (await Saved(1, ("employed", new Answer.Number(3)))).Revision);

        var conflicting = Assert.IsType<SaveOutcome.Conflicting>(await Save(1, ("employed", new Answer.Number(4))));

        Assert.Equal(["employed"], conflicting.Conflicts.Select(one => one.Variable));
        Assert.Equal(["employed"], Assert.IsType<SubmitOutcome.Outdated>(await Response.Submit(1, "a", Changes(), _nothing)).Changed);
        Assert.IsType<SaveOutcome.Saved>(await Save(1, ("online_share", new Answer.Number(4))));
    }

    [Fact]
    public async Task A_draft_takes_to_another_version_the_facts_that_it_reads()
    {
        await Saved(0, ("uses_ai", new Answer.Coded("no")), ("turnover", new Answer.Number(60)));
        var more = Turnover.Replace("must: \"turnover", "must: \"previous.employed > 0 and turnover", StringComparison.Ordinal);
        await _server.FieldWork.Revise("small-study", Form("1.1.0", more + Started + Trade), Cancellation);

        var state = await Response.Read();

        Assert.Equal("1.1.0", state.QuestionnaireVersion);
        Assert.Equal(
            ["previous.employed", "previous.turnover", "today", "trade", "turnover", "uses_ai"],
            state.Answers.All.Select(one => one.Key)
        );
        Assert.Equal(1, state.Revision);
    }

    [Fact]
    public async Task Whoever_verifies_the_folder_finds_the_same_results()
    {
        Assert.IsType<SubmitOutcome.Accepted>(
            await Submit("a", null, ("uses_ai", new Answer.Coded("no")), ("started", new Answer.Day(new(2027, 3, 15))))
        );
        await _server.DisposeAsync();
        var faults = new List<string>();
        using (var reading = FolderReading.Open(_folder.Path))
        {
            var verified = await new FolderVerification(reading, Server.Classifications, faults.Add).Run(
                new Progress<(int, int)>(),
                Cancellation
            );
            Assert.Equal((1L, 0L), verified);
        }

        Assert.Empty(faults);
        await Restart();
    }

    private static string Form(string version, string more) =>
        SmallVersions.Edited(version, ("      - id: uses_ai\n", more + "      - id: uses_ai\n"));

    private static Dictionary<string, Answer> Changes(params (string Variable, Answer Answer)[] changes) =>
        changes.ToDictionary(change => change.Variable, change => change.Answer);

    private void Until(DateTimeOffset moment) => _server.Clock.Advance(moment - _server.Clock.GetUtcNow());

    private async Task<Answers> Stored()
    {
        await using var db = await _server.Get<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        return AnswersJson.Read((await db.Responses.SingleAsync(Cancellation)).Answers);
    }

    private Task<SaveOutcome> Save(long revision, params (string Variable, Answer Answer)[] changes) =>
        Response.Save(revision, Changes(changes));

    private async Task<ResponseState> Saved(long revision, params (string Variable, Answer Answer)[] changes) =>
        Assert.IsType<SaveOutcome.Saved>(await Save(revision, changes)).State;

    private async Task<SubmitOutcome> Submit(
        string key,
        Dictionary<string, string>? confirmations = null,
        params (string Variable, Answer Answer)[] changes
    ) => await Response.Submit((await Response.Read()).Revision, key, Changes(changes), confirmations ?? _nothing);

    private async Task Restart()
    {
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path, _server.Clock);
    }
}
