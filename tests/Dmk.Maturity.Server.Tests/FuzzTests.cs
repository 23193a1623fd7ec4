using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A short one of the fuzz that the trials make long: nothing that strangers send is a fault, is left without an answer, or
/// fills the log.</summary>
/// <remarks>Alone: beside tests that take both processors for minutes a request that is answered in seconds is given up.</remarks>
[Collection(nameof(Alone))]
public sealed class FuzzTests
{
    [Fact]
    public async Task Nonsense_at_every_entrance_is_answered_and_not_logged()
    {
        using var output = new StringWriter();
        using var trial = new FuzzTrial(seed: 2027, requests: 3_000, output);
        await trial.Run(only: -1, TestContext.Current.CancellationToken);
        Assert.Equal([], trial.Findings);
        Assert.Equal(3_000, trial.Statuses.Values.Sum());

        // Otherwise it has hardly got past the doors.
        Assert.True(trial.Statuses.GetValueOrDefault("200") > 500, string.Join(", ", trial.Statuses));
        Assert.True(trial.Statuses.GetValueOrDefault("303") > 100, string.Join(", ", trial.Statuses));
    }

    [Fact]
    public void A_request_is_made_from_its_number_alone()
    {
        var callers = new Callers
        {
            Tokens = new Dictionary<string, string>
            {
                ["economist"] = "e",
                ["operator"] = "o",
                ["administrator"] = "a",
            },
            Session = "s",
            Cookies = ["a=b"],
            Pages = ["/en"],
            Forms = [("/en/survey", [("code", "")])],
        };
        var (first, second) = (new RequestMaker(7, callers), new RequestMaker(7, callers));
        Assert.All(Enumerable.Range(0, 2_000), number => Assert.Equal(first.Make(number).Bytes, second.Make(number).Bytes));
        Assert.NotEqual(first.Make(1).Bytes, new RequestMaker(8, callers).Make(1).Bytes);
    }
}
