using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>How items go together, as an economist and an operator get it.</summary>
public sealed class InstrumentTests(Answering answering) : IClassFixture<Answering>
{
    private const string Asked =
        "instrument { index { id } node { id title } method reliability { status statusText companies alpha unweightedAlpha omega } "
        + "items { node { id } figure { estimate respondents status } withRest alphaWithout loading "
        + "levels { level { id } estimate bound { lower } status } "
        + "nonresponse { status statusText scored without unweightedShare weightedShare } } madeFrom { live } }";

    [Fact]
    public async Task An_economist_reads_hundredths_of_the_companies_that_are_shown()
    {
        var (read, live) = (await Ask(answering.Platform, Role.Economist), await Ask(answering.Platform, Role.Operator));

        Assert.Equal("total", read.GetProperty("node").GetProperty("id").GetString());
        Assert.Equal("PUBLISHED", Of(read, "status").GetString());
        Assert.Equal(Answering.Shown, Of(read, "companies").GetInt32());
        Assert.Equal(Answering.Companies, Of(live, "companies").GetInt32());
        Assert.Equal(Math.Round(Of(read, "alpha").GetDouble(), 2), Of(read, "alpha").GetDouble());
        Assert.NotEqual(Math.Round(Of(live, "alpha").GetDouble(), 2), Of(live, "alpha").GetDouble());
        Assert.Equal(2, read.GetProperty("items").GetArrayLength());
        Assert.All(read.GetProperty("items").EnumerateArray(), item => Assert.InRange(item.GetProperty("withRest").GetDouble(), -1, 1));
        Assert.All(
            read.GetProperty("items").EnumerateArray(),
            item =>
            {
                Assert.Equal(Answering.Shown, item.GetProperty("nonresponse").GetProperty("scored").GetInt32());
                Assert.Equal(0, item.GetProperty("nonresponse").GetProperty("weightedShare").GetDouble());
                Assert.NotEmpty(item.GetProperty("levels").EnumerateArray());
            }
        );
        Assert.False(read.GetProperty("madeFrom").GetProperty("live").GetBoolean());
        Assert.True(live.GetProperty("madeFrom").GetProperty("live").GetBoolean());
    }

    [Fact]
    public async Task Before_all_is_shown_an_economist_sees_nothing_of_it()
    {
        await using var platform = new Platform();
        await platform.InitializeAsync();
        for (var number = 0; number < 12; number++)
        {
            await Answering.Answer(platform, await platform.Company(one => one.Stratum.Land == "BE"), number);
        }

        var read = await Ask(platform, Role.Economist);

        Assert.Equal("NOT_YET_SHOWN", Of(read, "status").GetString());
        Assert.Equal(JsonValueKind.Null, Of(read, "alpha").ValueKind);
        Assert.Equal(JsonValueKind.Null, Of(read, "companies").ValueKind);
        Assert.All(
            read.GetProperty("items").EnumerateArray(),
            item => Assert.Equal(JsonValueKind.Null, item.GetProperty("withRest").ValueKind)
        );
    }

    [Theory]
    [InlineData("instrument(node: \"none\") { method }", "NODE_UNKNOWN")]
    [InlineData("instrument(node: \"online\") { method }", "ITEMS_REFUSED")]
    public async Task What_has_no_items_is_refused_in_words(string field, string code)
    {
        var answer = await answering.Platform.Query(
            $"{{ study(id: \"small-study\") {{ {field} }} }}",
            token: await answering.Platform.Token(Role.Economist)
        );

        Assert.Equal(code, answer.Code);
    }

    private static JsonElement Of(JsonElement instrument, string field) => instrument.GetProperty("reliability").GetProperty(field);

    private static async Task<JsonElement> Ask(Platform platform, Role role) =>
        (await platform.Query($"{{ study(id: \"small-study\") {{ {Asked} }} }}", token: await platform.Token(role)))
            .Data.GetProperty("study")
            .GetProperty("instrument");
}
