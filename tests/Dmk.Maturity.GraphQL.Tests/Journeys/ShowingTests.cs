using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What readers see through GraphQL advances at the study's rhythm, or by an operator's hand, and never by asking.</summary>
public sealed class ShowingTests
{
    private const string Table =
        "{ study(id: \"small-study\") { indexTable { dataVersion answered companies total { estimate status respondents } } "
        + "byLand: indexTable(by: [\"land\"]) { dataVersion answered companies total { estimate status respondents } "
        + "cells { estimate status respondents } } } }";

    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private readonly MovedClock _clock = new();
    private int _number;

    [Fact]
    public async Task Nothing_is_shown_before_the_first_night_and_asking_again_changes_nothing()
    {
        await using var host = await Started("{ minimumRespondents: 5 }");
        await Answer(host.Platform, 5);

        var first = await Read(host.Platform);
        Assert.Equal((40, 0), Counts(first));
        Assert.Equal("NOT_YET_SHOWN", Total(first).GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, Total(first).GetProperty("estimate").ValueKind);
        Assert.All(
            first.GetProperty("byLand").GetProperty("cells").EnumerateArray(),
            cell => Assert.Equal("NOT_YET_SHOWN", cell.GetProperty("status").GetString())
        );

        // Until midnight in Germany, which is an hour before that in Greenwich.
        for (var poll = 0; poll < 14; poll++)
        {
            await Answer(host.Platform, poll % 7 == 0 ? 1 : 0);
            _clock.Now += TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1);
            Assert.Equal(first.GetRawText(), (await Read(host.Platform)).GetRawText());
        }

        _clock.Now = new(2027, 3, 10, 23, 0, 0, TimeSpan.Zero);
        var night = await Read(host.Platform);
        Assert.Equal((56, 56), Counts(night));
        Assert.Equal(56, Total(night).GetProperty("respondents").GetInt32());
        Assert.NotEqual("NOT_YET_SHOWN", Total(night).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_night_shows_what_waits_once_it_is_a_quarter_and_a_closed_field_the_rest()
    {
        await using var host = await Started("{ minimumRespondents: 5, show: nightly }");
        await Answer(host.Platform, 6);
        await Read(host.Platform);
        _clock.Now += _day;
        Assert.Equal((48, 48), Counts(await Read(host.Platform)));

        // Eight more are a sixth.
        await Answer(host.Platform, 1);
        _clock.Now += _day;
        var waiting = await Read(host.Platform);
        Assert.Equal(48, Counts(waiting).Companies);
        Assert.Equal(48, Total(waiting).GetProperty("respondents").GetInt32());

        // Sixteen are a third.
        await Answer(host.Platform, 1);
        Assert.Equal(waiting.GetRawText(), (await Read(host.Platform)).GetRawText());
        _clock.Now += _day;
        Assert.Equal((64, 64), Counts(await Read(host.Platform)));

        // Another eight are an eighth: they wait for the end of the field, and not for the night then.
        await Answer(host.Platform, 1);
        _clock.Now += _day;
        Assert.Equal(64, Counts(await Read(host.Platform)).Companies);
        await host.Platform.FieldWork.Close(Platform.Study, TestContext.Current.CancellationToken);
        var end = await Read(host.Platform);
        Assert.Equal((72, 72), Counts(end));

        // Four of each Land are in the total alone.
        Assert.Equal((72, 64), Counts(end, "byLand"));
    }

    [Fact]
    public async Task By_hand_nothing_is_shown_until_an_operator_says_so()
    {
        await using var host = await Started("{ minimumRespondents: 5, show: byHand }");
        await Answer(host.Platform, 5);
        for (var week = 0; week < 3; week++)
        {
            Assert.Equal(0, Counts(await Read(host.Platform)).Companies);
            _clock.Now += 7 * _day;
        }

        var shown = await Answering.Show(host.Platform);
        Assert.Equal(
            (1, 40, 40),
            (shown.GetProperty("state").GetInt32(), shown.GetProperty("answered").GetInt32(), shown.GetProperty("shown").GetInt32())
        );
        Assert.Equal((40, 40), Counts(await Read(host.Platform)));

        // Nobody is left, or too few: the state stays.
        Assert.Equal(1, (await Answering.Show(host.Platform)).GetProperty("state").GetInt32());
        await Answer(host.Platform, one => one.Stratum.Land == "SN", 1);
        Assert.Equal(1, (await Answering.Show(host.Platform)).GetProperty("state").GetInt32());
        Assert.Equal(40, Counts(await Read(host.Platform)).Companies);
    }

    [Fact]
    public async Task Every_week_begins_on_a_Monday()
    {
        await using var host = await Started("{ minimumRespondents: 5, show: weekly }");
        await Answer(host.Platform, 5);
        await Read(host.Platform);

        // From Wednesday to Sunday.
        _clock.Now += 4 * _day;
        Assert.Equal(0, Counts(await Read(host.Platform)).Companies);
        _clock.Now += _day;
        Assert.Equal(40, Counts(await Read(host.Platform)).Companies);
    }

    [Fact]
    public async Task Whoever_shows_results_stands_in_the_audit_log()
    {
        await using var host = await Started("{ minimumRespondents: 5 }");
        await Answer(host.Platform, 5);
        await Answering.Show(host.Platform);
        var log = (
            await host.Platform.Query(
                "{ auditLog(first: 100) { actor action study outcome } }",
                token: await host.Platform.Token(Role.Administrator)
            )
        ).Data.GetProperty("auditLog");
        Assert.Equal(
            ["small-study begun", "small-study done"],
            log.EnumerateArray()
                .Where(entry => entry.GetProperty("action").GetString() == "result.show")
                .Select(entry => $"{entry.GetProperty("study").GetString()} {entry.GetProperty("outcome").GetString()}")
        );
    }

    [Fact]
    public async Task Only_a_study_that_exists_is_shown_and_not_many_at_once()
    {
        await using var host = await Started("{ minimumRespondents: 5 }");
        var token = await host.Platform.Token(Role.Operator);
        Assert.Equal("STUDY_UNKNOWN", (await host.Platform.Query("mutation { showResults(id: \"other\") { state } }", token: token)).Code);
        var many = string.Concat(Enumerable.Range(0, 25).Select(at => $"a{at}: showResults(id: \"small-study\") {{ state }} "));
        Assert.Equal("TOO_COSTLY", (await host.Platform.Query($"mutation {{ {many} }}", token: token)).Code);
    }

    private async Task<Host> Started(string confidentiality)
    {
        var platform = new Platform
        {
            Confidentiality = confidentiality,
            More = services => services.AddKeyedSingleton<TimeProvider>(SurveyTime.Key, _clock),
        };
        await platform.InitializeAsync();
        return new(platform);
    }

    /// <summary>Some companies of every stratum answer.</summary>
    private async Task Answer(Platform platform, int each)
    {
        foreach (
            var (land, sector, size) in from land in new[] { "BE", "SN" }
            from sector in new[] { "manufacturing", "construction" }
            from size in new[] { "S1", "S2" }
            select (land, sector, size)
        )
        {
            await Answer(platform, one => (one.Stratum.Land, one.Stratum[1], one.Stratum[2]) == (land, sector, size), each);
        }
    }

    private async Task Answer(Platform platform, Func<Invitation, bool> wanted, int companies)
    {
        for (var company = 0; company < companies; company++)
        {
            await Answering.Answer(platform, await platform.Company(wanted), _number++);
        }
    }

    /// <summary>As an economist, with a new token, as the clock may have gone over the end of the last one.</summary>
    private static async Task<JsonElement> Read(Platform platform) =>
        (await platform.Query(Table, token: await platform.Token(Role.Economist))).Data.GetProperty("study");

    private static (int Answered, int Companies) Counts(JsonElement study, string table = "indexTable") =>
        (study.GetProperty(table).GetProperty("answered").GetInt32(), study.GetProperty(table).GetProperty("companies").GetInt32());

    private static JsonElement Total(JsonElement study) => study.GetProperty("indexTable").GetProperty("total");

    private sealed record Host(Platform Platform) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Platform.DisposeAsync();
    }
}
