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
    public void Moments_and_marks_arrive_to_the_last_bit()
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
        var marks = Sent(new PartitionMarks(new() { [cell] = new CellMark(5, [new LaggingNode(0, 1, 2)]) })).Of(cell);
        Assert.Equal((5, 2, 5), (marks.Units, marks.Node(0, 1), marks.Node(0, 0)));
        var unit = Sent(
            new PartitionSubmission(
                3,
                cell,
                cell,
                [
                    [1, double.NaN],
                    [],
                ],
                "1.2.0"
            )
        );
        Assert.Equal((3, cell, double.NaN, "1.2.0"), (unit.Sequence, unit.Cell, unit.Scores[0][1], unit.QuestionnaireVersion));
        Assert.Equal(4, Sent(new PendingUnits(9, [KeyValuePair.Create(cell, 4L)])).Cells.Single().Value);
        Assert.Equal(
            2,
            Sent(
                new PendingScores(
                    cell,
                    [
                        [1, 2],
                    ]
                )
            ).Counts[0][1]
        );
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
