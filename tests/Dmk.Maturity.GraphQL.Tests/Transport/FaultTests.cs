using Dmk.Maturity.Grains;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What goes wrong in the house is logged there, and its reader gets an id and no internals.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task The_unexpected_is_logged_under_the_id_that_its_reader_gets()
    {
        await using var platform = new Platform
        {
            More = services => services.AddSingleton(_ => new ResponseOperations(null!, null!, new GraphQLLimits())),
        };
        await platform.InitializeAsync();
        var answer = await platform.Query(
            "mutation { saveAnswers(baseRevision: 0, answers: []) { revision } " + "}",
            token: await platform.Company()
        );

        Assert.Equal("INTERNAL", answer.Code);
        Assert.DoesNotContain("Object reference", answer.Json.ToString(), StringComparison.Ordinal);
        var id = answer.Error.GetProperty("extensions").GetProperty("id").GetString()!;
        Assert.IsType<NullReferenceException>(
            Assert.Single(platform.Log.All, entry => entry.Line.Contains(id, StringComparison.Ordinal)).Exception
        );
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up()
    {
        await using var platform = new Platform { More = services => services.AddSingleton(new GraphQLLimits { Time = TimeSpan.Zero }) };
        await platform.InitializeAsync();
        var answer = await platform.Query("{ studies { id } }", accept: "application/graphql-response+json");
        Assert.Equal(("TIMED_OUT", System.Net.HttpStatusCode.ServiceUnavailable), (answer.Code, answer.Status));
    }

    public static TheoryData<Exception, string> Known() =>
        new()
        {
            { new StoreBusyException(), "BUSY" },
            { new StoreDownException(), "STORE_UNAVAILABLE" },
            { new ResultUnknownException(), "RESULT_UNKNOWN" },
            { new NotPermittedException("x"), "FORBIDDEN" },
            { new PartitionMissingException("x"), "PARTITION_MISSING" },
            { new DamagedResponseException("x"), "RESPONSE_DAMAGED" },
            { new NoDonorException("x"), "NO_RESPONDENTS" },
            { new InvalidOperationException("x"), "INTERNAL" },
        };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_fault_of_the_world_has_its_code(Exception exception, string code) =>
        Assert.Equal(code, new ErrorWords().GetInfo(new UnhandledError("words", exception)).Extensions!["code"]);
}
