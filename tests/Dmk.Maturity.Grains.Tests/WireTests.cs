using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;
using Orleans.Serialization;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What goes from server to server arrives as it was sent.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private static readonly Answers _given = Answers.Of(
        new Dictionary<string, Answer>
        {
            ["a"] = new Answer.Coded("x"),
            ["b"] = new Answer.CodedSet(["x", "y"]),
            ["c"] = new Answer.Number(12.5m),
            ["d"] = new Answer.Words("Grüße"),
            ["e"] = new Answer.Day(new DateOnly(2027, 3, 1)),
            ["f"] = new Answer.Missing(MissingReason.DontKnow),
        }
    );

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    public async ValueTask InitializeAsync() => _server = await Server.Start(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Every_kind_of_answer_arrives()
    {
        Assert.Equal(_given.All, Sent(_given).All);
        foreach (var answer in _given.All.Select(one => one.Value).Append(Answer.Unanswered).Append(Answer.NotAsked))
        {
            Assert.Equal(answer, Sent(answer));
        }

        IReadOnlyDictionary<string, Answer> changes = _given.All.Append(KeyValuePair.Create("g", Answer.Unanswered)).ToDictionary();
        Assert.Equal(changes, Sent(changes));
    }

    [Fact]
    public void Outcomes_arrive()
    {
        var receipt = new Receipt("ABCD-EFGH-JKMN", new DateTimeOffset(2027, 3, 15, 9, 0, 0, TimeSpan.Zero), "00ff", "q", "1.0.0", "ff00");
        var state = new ResponseState("SN/1", "s", "q", "1.0.0", ResponseStatus.Submitted, 3, _given, receipt, FieldIsOpen: true)
        {
            Frame = ReportingCell.Of("SN", "trade", "S1"),
        };
        var problems = new[] { new AnswerProblem("a", "wrongType", new Text("Falsch", "Wrong")) };
        Assert.Equal(receipt, Sent(state).Receipt);
        Assert.Equal(state.Frame, Sent(state).Frame);
        Assert.Equal(_given.All, Sent(state).Answers.All);
        Assert.Equal(problems, Assert.IsType<SaveOutcome.Refused>(Sent<SaveOutcome>(new SaveOutcome.Refused(problems))).Problems);
        var conflict = new Conflict("a", _given["a"], Answer.Unanswered, receipt.SubmittedAt);
        Assert.Equal(
            [conflict],
            Assert.IsType<SaveOutcome.Conflicting>(Sent<SaveOutcome>(new SaveOutcome.Conflicting(state, [conflict]))).Conflicts
        );
        Assert.Equal(
            new SubmitOutcome.Accepted(receipt, Repeated: true),
            Sent<SubmitOutcome>(new SubmitOutcome.Accepted(receipt, Repeated: true))
        );
        Assert.Equal(
            ["h"],
            Assert.IsType<SubmitOutcome.Incomplete>(Sent<SubmitOutcome>(new SubmitOutcome.Incomplete(problems, ["h"], ["s"]))).HardChecks
        );
    }

    [Fact]
    public void Moments_and_what_readers_see_of_them_arrive_to_the_last_bit()
    {
        var cell = ReportingCell.Of("SN", "construction", "S1");
        var moments = new StudyMoments(
            new MomentLayout(2)
            {
                Crossed = [0, 1],
                Steps =
                [
                    [0.25],
                    [],
                ],
                PerPerson = true,
            }
        );
        moments.At(cell, cell with { Land = "BE" }).Add([1.0 / 3, double.NaN], 12.5);
        var sent = Sent(new PartitionMoments(7, moments, new VersionMix(new Dictionary<string, long> { ["1.0.0"] = 5 })));
        Moments.AssertSame(moments, sent.Moments);
        Assert.Equal(5, sent.Versions.Of("1.0.0"));
        var withheld = new Dictionary<string, CellStatus> { ["SN"] = CellStatus.ProtectsAnother };
        var decisions = new ShownDecisions(
            [
                [withheld],
            ],
            [new HashSet<string> { "BE" }],
            12,
            [9],
            1
        )
        {
            PerPerson =
            [
                [new Dictionary<string, CellStatus> { ["BE"] = CellStatus.Dominated }],
            ],
        };
        var shown = Sent(
            new ShownMoments(
                3,
                [
                    [1, 0],
                ],
                [moments],
                VersionMix.Nobody,
                decisions
            )
        );
        Moments.AssertSame(moments, shown.Moments[0]);
        Assert.Equal([1, 0], shown.Histories[0]);
        Assert.Equal(withheld, shown.Decisions.Nodes[0][0]);
        Assert.Equal(CellStatus.Dominated, shown.Decisions.PerPerson![0][0]["BE"]);
        Assert.Equal(["BE"], shown.Decisions.NotYetShown[0]);
        Assert.Equal((12, 9, 1), (shown.Decisions.Answered, shown.Decisions.Shown[0], shown.Decisions.Deepest));
        var unit = Sent(
            new PartitionSubmission(
                3,
                cell,
                cell,
                [
                    [1, double.NaN],
                    [],
                ],
                "1.2.0",
                "[null,1]"u8.ToArray()
            )
        );
        Assert.Equal([KeptValue.Missing, KeptValue.Of(1)], KeptValues.Read(unit.Kept));
        Assert.Equal((3, cell, double.NaN, "1.2.0"), (unit.Sequence, unit.Cell, unit.Scores[0][1], unit.QuestionnaireVersion));
        var group = new PartitionGroup(cell, cell, "\u0005", 2, 4);
        Assert.Equal(group, Sent(new PartitionGroups(9, [group])).Groups.Single());
        Assert.Equal([0, 2], Sent(new ShownRows([0, 2])).Histories);
    }

    [Fact]
    public void The_reason_for_a_failure_arrives()
    {
        Assert.Equal(
            "SN does not answer.",
            Assert.IsType<PartitionMissingException>(Sent<Exception>(new PartitionMissingException("SN does not answer."))).Message
        );
        Assert.IsType<StoreBusyException>(Sent<Exception>(new StoreBusyException()));
        Assert.IsType<ResultUnknownException>(Sent<Exception>(new ResultUnknownException()));
        Assert.IsType<StoreDownException>(Sent<Exception>(new StoreDownException()));
    }

    private T Sent<T>(T value)
        where T : class
    {
        var serializer = _server.Get<Serializer>();
        return Assert.IsType<T>(serializer.Deserialize<T>(serializer.SerializeToArray(value)), exactMatch: false);
    }
}
