using System.Net;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Companies, those who work with results and strangers wait in queues of their own, and networks among strangers, too.</summary>
#pragma warning disable CA2025 // Who waits here is meant to be waiting still when the lanes are taken away.
public sealed class LaneTests(Platform shared)
{
    private static readonly GraphQLLimits _tight = new()
    {
        Processors = 2,
        WaitingInNetwork = 1,
        WaitingStrangers = 2,
        WaitingStaff = 0,
        WaitingCompanies = 0,
    };

    [Fact]
    public async Task A_company_does_not_wait_behind_strangers()
    {
        using var lanes = new Lanes(_tight);
        using var stranger = await Enter(lanes, Readers.Public);
        var waiting = Enter(lanes, Readers.Public);
        Assert.NotNull(await Enter(lanes, Readers.Company));
        Assert.NotNull(await Enter(lanes, Readers.Economist));
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task A_network_that_has_too_many_waiting_is_refused_and_another_is_not()
    {
        using var lanes = new Lanes(_tight);
        var first = await Enter(lanes, Readers.Public);
        var second = Enter(lanes, Readers.Public);
        Assert.Null(await Enter(lanes, Readers.Public));
        var other = Enter(lanes, Readers.Public, "b");
        first!.Dispose();
        Assert.NotNull(await other);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task Too_many_networks_are_refused()
    {
        using var lanes = new Lanes(_tight);
        using var first = await Enter(lanes, Readers.Public);
        _ = Enter(lanes, Readers.Public, "b");
        _ = Enter(lanes, Readers.Public, "c");
        Assert.Null(await Enter(lanes, Readers.Public, "d"));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_its_place()
    {
        using var lanes = new Lanes(_tight);
        var first = await Enter(lanes, Readers.Public);
        using var gone = new CancellationTokenSource();
        var waiting = lanes.Enter(Caller(Readers.Public, "b"), gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first!.Dispose();
        Assert.NotNull(await Enter(lanes, Readers.Public, "b"));
    }

    [Fact]
    public async Task A_turn_given_back_twice_is_one_turn()
    {
        using var lanes = new Lanes(_tight);
        var first = await Enter(lanes, Readers.Public);
        first!.Dispose();
        first.Dispose();
        Assert.NotNull(await Enter(lanes, Readers.Public));
        Assert.False(Enter(lanes, Readers.Public).IsCompleted);
    }

    [Fact]
    public async Task Where_too_many_wait_the_next_is_told_to_come_again()
    {
        await using var platform = new Platform { More = services => services.AddSingleton(_tight) };
        await platform.InitializeAsync();
        var lanes = platform.Inside<Lanes>();
        var company = await platform.Company();
        using var first = await Enter(lanes, Readers.Public, "127.0.0.1");
        _ = Enter(lanes, Readers.Public, "127.0.0.1");
        var answer = await platform.Query("{ studies { id } }");
        Assert.Equal(("BUSY", HttpStatusCode.ServiceUnavailable), (answer.Code, answer.Status));
        Assert.NotNull(answer.Message.Headers.RetryAfter);
        Assert.Null((await platform.Query("{ response { status } }", token: company)).Code);
    }

    [Theory]
    [InlineData("mutation { enterCode(code: \"none\") { __typename } }", true)]
    [InlineData("{ studies { id } }", false)]
    public async Task A_mutation_gives_its_turn_back_before_it_waits_for_the_disk(string query, bool givesBack)
    {
        using var turn = new MemoryStream();
        await shared
            .Inside<RequestExecutor>()
            .Execute(
                new GraphQLRequest(query, null, global::GraphQL.Inputs.Empty),
                Caller(Readers.Public, "turns"),
                turn,
                queriesOnly: false,
                TestContext.Current.CancellationToken
            );
        Assert.Equal(givesBack, !turn.CanRead);
    }

    private static Task<IDisposable?> Enter(Lanes lanes, Readers kind, string network = "a") =>
        lanes.Enter(Caller(kind, network), TestContext.Current.CancellationToken).AsTask();

    private static Caller Caller(Readers kind, string network) => new(kind, Audience.Anyone, null, null, network);
}
