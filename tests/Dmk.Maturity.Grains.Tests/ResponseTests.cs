using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Several people at one response, and a submission that happens once.</summary>
public sealed class ResponseTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> _noConfirmations = [];
    private static readonly Answer _some = new Answer.Coded("some");
    private static readonly Answer _wide = new Answer.Coded("wide");
    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private string _key = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IResponseGrain Response => _server.Response(_key);

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        _key = (await _server.SmallStudy(1, Cancellation))[0];
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Changes_to_different_questions_merge()
    {
        await Saved(0, ("uses_ai", _some));
        var state = await Saved(0, ("online_share", new Answer.Number(10)));
        Assert.Equal((2, _some, new Answer.Number(10)), (state.Revision, state.Answers["uses_ai"], state.Answers["online_share"]));
    }

    [Fact]
    public async Task Changes_to_the_same_question_come_back_with_both_values_and_nothing_is_stored()
    {
        var at = _server.Clock.GetUtcNow();
        await Saved(0, ("uses_ai", _some));
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        var conflicting = Assert.IsType<SaveOutcome.Conflicting>(
            await Save(0, ("uses_ai", _wide), ("online_share", new Answer.Number(10)))
        );
        Assert.Equal([new Conflict("uses_ai", _some, _wide, at)], conflicting.Conflicts);
        Assert.Equal((1, Answer.Unanswered), (conflicting.State.Revision, (await Response.Read()).Answers["online_share"]));
        Assert.Equal(_wide, (await Saved(1, ("uses_ai", _wide))).Answers["uses_ai"]);
    }

    [Fact]
    public async Task The_same_value_from_two_people_is_no_conflict_and_no_new_revision()
    {
        await Saved(0, ("uses_ai", _some));
        Assert.Equal(1, (await Saved(0, ("uses_ai", _some))).Revision);
        Assert.Equal(1, (await Saved(1)).Revision);
    }

    [Fact]
    public async Task Clearing_an_answer_is_a_change_like_any_other()
    {
        await Saved(0, ("uses_ai", _some));
        Assert.Equal(Answer.Unanswered, (await Saved(1, ("uses_ai", Answer.Unanswered))).Answers["uses_ai"]);
        Assert.IsType<SaveOutcome.Conflicting>(await Save(1, ("uses_ai", _wide)));
    }

    [Fact]
    public async Task What_was_changed_when_is_remembered_across_a_restart()
    {
        await Saved(0, ("uses_ai", _some));
        await Saved(1, ("online_share", new Answer.Number(10)));
        await Restart();
        Assert.IsType<SaveOutcome.Conflicting>(await Save(1, ("online_share", new Answer.Number(11))));
        Assert.Equal(3, (await Saved(1, ("uses_ai", _wide))).Revision);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_revision_that_does_not_exist_is_refused(long revision) =>
        Assert.IsType<SaveOutcome.UnknownRevision>(await Save(revision, ("uses_ai", _some)));

    [Fact]
    public async Task Impossible_answers_come_back_all_of_them_and_nothing_is_stored()
    {
        var refused = Assert.IsType<SaveOutcome.Refused>(
            await Save(
                0,
                ("uses_ai", new Answer.Coded("never")),
                ("nonsense", _some),
                ("online_share", new Answer.Number(101)),
                ("employed", new Answer.Number(3))
            )
        );
        Assert.Equal(["nonsense", "online_share", "uses_ai"], refused.Problems.Select(problem => problem.Variable).Order());
        Assert.Equal(0, (await Response.Read()).Revision);
    }

    [Fact]
    public async Task A_submission_keeps_what_is_on_the_path_and_its_receipt_can_be_recomputed()
    {
        await Saved(0, ("uses_ai", _some), ("ai_fields", new Answer.CodedSet(["office"])));
        var receipt = Assert.IsType<SubmitOutcome.Accepted>(await Submit("k", ("uses_ai", new Answer.Coded("no")))).Receipt;
        var state = await Response.Read();
        Assert.Equal(["uses_ai"], state.Answers.All.Select(answer => answer.Key));
        var canonical = AnswersJson.Write(state.Answers);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(receipt.QuestionnaireHash + "\n"), .. canonical])),
            receipt.Hash
        );
        Assert.Equal(receipt.QuestionnaireHash, (await _server.Catalogue.Questionnaire("small", "1.0.0", Cancellation))!.Hash);
    }

    [Fact]
    public async Task The_same_submission_again_gives_the_same_receipt_also_after_a_restart()
    {
        var first = Assert.IsType<SubmitOutcome.Accepted>(await Submit("k", ("uses_ai", _some)));
        Assert.Equal(first with { Repeated = true }, await Submit("k", ("uses_ai", _some)));
        await Restart();
        Assert.Equal(first with { Repeated = true }, await Submit("k", ("uses_ai", _some)));
        Assert.Equal(first with { Repeated = true }, await Submit("k"));
    }

    [Fact]
    public async Task Another_key_or_other_content_does_not_submit_again()
    {
        var receipt = Assert.IsType<SubmitOutcome.Accepted>(await Submit("k", ("uses_ai", _some))).Receipt;
        Assert.Equal(new SubmitOutcome.AlreadySubmitted(receipt), await Submit("other", ("uses_ai", _some)));
        Assert.Equal(new SubmitOutcome.AlreadySubmitted(receipt), await Submit("k", ("uses_ai", _wide)));
        Assert.IsType<SaveOutcome.Closed>(await Save(1, ("uses_ai", _wide)));
        Assert.Equal(_some, (await Response.Read()).Answers["uses_ai"]);
    }

    [Fact]
    public async Task Many_submissions_at_once_are_one()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(number => Submit(number % 2 == 0 ? "even" : "odd", ("uses_ai", _some)))
        );
        Assert.Single(outcomes.OfType<SubmitOutcome.Accepted>(), accepted => !accepted.Repeated);
        Assert.Equal(19, outcomes.OfType<SubmitOutcome.Accepted>().Count(accepted => accepted.Repeated));
        Assert.Equal(20, outcomes.OfType<SubmitOutcome.AlreadySubmitted>().Count());
        var submission = Assert.Single(await _server.Get<Submissions>().After("BE", "small-study", 0, 100));
        Assert.Equal(1, submission.Sequence);
    }

    [Fact]
    public async Task Many_saves_at_once_are_all_kept()
    {
        var outcomes = await Task.WhenAll(
            Save(0, ("uses_ai", _some)),
            Save(0, ("employed", new Answer.Number(7))),
            Save(0, ("online_share", new Answer.Number(1))),
            Save(0, ("ai_fields", new Answer.CodedSet(["sales"])))
        );
        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.Saved>(outcome));
        var state = await Response.Read();
        Assert.Equal((4, 4), (state.Revision, state.Answers.Count));
    }

    [Fact]
    public async Task Open_questions_failing_checks_and_unconfirmed_ones_are_asked_back_and_nothing_is_stored()
    {
        var open = Assert.IsType<SubmitOutcome.Incomplete>(await Submit("k", ("online_share", new Answer.Number(10))));
        Assert.Equal("uses_ai", Assert.Single(open.Problems).Variable);
        var hard = Assert.IsType<SubmitOutcome.Incomplete>(
            await Submit("k", ("uses_ai", new Answer.Coded("no")), ("online_share", new Answer.Number(100)))
        );
        Assert.Equal(["too_online"], hard.HardChecks);
        var soft = Assert.IsType<SubmitOutcome.Incomplete>(await Submit("k", ("uses_ai", _some), ("employed", new Answer.Number(0))));
        Assert.Equal(["ai_without_people"], soft.UnconfirmedChecks);
        Assert.Equal(0, (await Response.Read()).Revision);
        var confirmed = await Response.Submit(
            null,
            "k",
            Changes(("uses_ai", _some), ("employed", new Answer.Number(0))),
            new Dictionary<string, string> { ["ai_without_people"] = "Only machines." }
        );
        Assert.IsType<SubmitOutcome.Accepted>(confirmed);
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_field_is_closed()
    {
        await _server.FieldWork.Close("small-study", Cancellation);
        Assert.False(Assert.IsType<SaveOutcome.Closed>(await Save(0, ("uses_ai", _some))).State.FieldIsOpen);
        Assert.IsType<SubmitOutcome.Closed>(await Submit("k", ("uses_ai", _some)));
        await _server.FieldWork.Open("small-study", Cancellation);
        await Saved(0, ("uses_ai", _some));
    }

    [Fact]
    public async Task A_response_that_does_not_exist_is_named()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => _server.Response("BE/00000000000000000000000000000000").Read());
        Assert.Contains("BE/0000", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => _server.Response("nonsense").Read());
        await Assert.ThrowsAsync<ArgumentException>(() => Response.Submit(null, "", Changes(), _noConfirmations));
    }

    [Fact]
    public async Task A_submission_overwrites_nothing_that_a_colleague_has_saved()
    {
        await Saved(0, ("uses_ai", _some));
        await Saved(1, ("employed", new Answer.Number(7)));

        // Saw revision 1, and says something else about what a colleague has changed since.
        var outdated = Assert.IsType<SubmitOutcome.Outdated>(
            await Response.Submit(1, "k", Changes(("employed", new Answer.Number(50))), _noConfirmations)
        );
        var conflict = Assert.Single(outdated.Conflicts);
        Assert.Equal(("employed", new Answer.Number(7), new Answer.Number(50)), (conflict.Variable, conflict.Stored, conflict.Sent));
        Assert.Equal(["employed"], outdated.Changed);

        // Saw nothing at all: also what it does not speak of has changed since.
        outdated = Assert.IsType<SubmitOutcome.Outdated>(await Response.Submit(0, "k", Changes(), _noConfirmations));
        Assert.Empty(outdated.Conflicts);
        Assert.Equal(["employed", "uses_ai"], outdated.Changed);
        foreach (var revision in new long?[] { null, -1, 3 })
        {
            Assert.IsType<SubmitOutcome.UnknownRevision>(
                await Response.Submit(revision, "k", Changes(("uses_ai", _wide)), _noConfirmations)
            );
        }

        var state = await Response.Read();
        Assert.Equal((ResponseStatus.Draft, 2, new Answer.Number(7)), (state.Status, state.Revision, state.Answers["employed"]));
        Assert.IsType<SubmitOutcome.Accepted>(await Response.Submit(2, "k", Changes(), _noConfirmations));
    }

    private static Dictionary<string, Answer> Changes(params (string Variable, Answer Answer)[] changes) =>
        changes.ToDictionary(change => change.Variable, change => change.Answer);

    private Task<SaveOutcome> Save(long baseRevision, params (string Variable, Answer Answer)[] changes) =>
        Response.Save(baseRevision, Changes(changes));

    private async Task<SubmitOutcome> Submit(string key, params (string Variable, Answer Answer)[] changes) =>
        await Response.Submit((await Response.Read()).Revision, key, Changes(changes), _noConfirmations);

    private async Task<ResponseState> Saved(long baseRevision, params (string Variable, Answer Answer)[] changes) =>
        Assert.IsType<SaveOutcome.Saved>(await Save(baseRevision, changes)).State;

    private async Task Restart()
    {
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path, _server.Clock);
    }
}
