using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Stored answers that cannot be read are refused by the name of their response, and stop nobody else.</summary>
public sealed class DamagedResponseTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> _noConfirmations = [];
    private static readonly Dictionary<string, Answer> _some = new() { ["uses_ai"] = new Answer.Coded("some") };

    private readonly TemporaryFolder _folder = new();
    private readonly Journal _journal = new();
    private Server _server = null!;
    private IReadOnlyList<string> _keys = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(
            _folder.Path,
            more: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_journal))
        );
        _keys = await _server.SmallStudy(1, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _journal.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("""{"uses_ai":{"code":"secret"}}""", "do not begin with the version of their form")]
    [InlineData("""{"$":2,"uses_ai":{"code":"secret"}}""", "of another form than 1")]
    [InlineData("""{"$":1,"uses_ai":{"code":"secret""", "not answers in JSON")]
    [InlineData("""{"$":1,"uses_ai":{"secret":"secret"}}""", "'uses_ai' is not of a known form")]
    [InlineData("", "not answers in JSON")]
    public async Task Answers_that_cannot_be_read_are_refused_and_stop_nobody_else(string stored, string words)
    {
        await Store(Encoding.UTF8.GetBytes(stored));

        foreach (var ask in new Func<IResponseGrain, Task>[] { one => one.Read(), one => one.Save(0, _some), Submit })
        {
            var refused = await Assert.ThrowsAsync<DamagedResponseException>(() => ask(_server.Response(_keys[0])));
            Assert.Contains(_keys[0], refused.Message, StringComparison.Ordinal);
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(3, _journal.Of("AnswersDamaged").Count);
        Assert.All(
            _journal.Of("AnswersDamaged"),
            line => Assert.Contains($"{ResponseKey.Parse(_keys[0]).Id}", line.Text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(_journal.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
        foreach (var other in _keys.Skip(1))
        {
            Assert.IsType<SubmitOutcome.Accepted>(await _server.Response(other).Submit(null, "k", _some, _noConfirmations));
        }
    }

    [Fact]
    public async Task A_mended_response_goes_on()
    {
        await Store("{}"u8.ToArray());
        await Assert.ThrowsAsync<DamagedResponseException>(() => _server.Response(_keys[0]).Read());
        await Store(AnswersJson.Write(Answers.None));

        Assert.IsType<SaveOutcome.Saved>(await _server.Response(_keys[0]).Save(0, _some));
    }

    private static Task<SubmitOutcome> Submit(IResponseGrain response) => response.Submit(null, "k", _some, _noConfirmations);

    /// <summary>Before anybody has read it.</summary>
    private Task Store(byte[] answers)
    {
        var key = ResponseKey.Parse(_keys[0]);
        return _server
            .Get<CommitQueue>()
            .Commit(scope =>
            {
                scope.Execute("UPDATE responses SET answers = $1 WHERE land = $2 AND id = $3", answers, key.Land, key.Id);
            });
    }
}
