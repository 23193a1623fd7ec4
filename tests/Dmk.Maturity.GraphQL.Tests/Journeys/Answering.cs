using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>The small study with companies that have submitted: equally many in each stratum, but one alone in Saxony's small construction
/// and none in its larger. Readers see all that may be shown.</summary>
public class Answering : IAsyncLifetime
{
    internal const int Companies = 31;

    /// <summary>Those that readers other than operators see: one alone in a cell waits.</summary>
    internal const int Shown = 30;

    internal Platform Platform { get; } = new();

    /// <summary>Companies in each stratum.</summary>
    protected virtual int InStratum => 5;

    public async ValueTask InitializeAsync()
    {
        await Platform.InitializeAsync();
        var number = 0;
        foreach (
            var (land, sector) in from land in new[] { "BE", "SN" }
            from sector in new[] { "manufacturing", "construction" }
            select (land, sector)
        )
        {
            foreach (
                var (size, companies) in (land, sector) == ("SN", "construction")
                    ? [("S1", 1), ("S2", 0)]
                    : new[] { ("S1", InStratum), ("S2", InStratum) }
            )
            {
                for (var company = 0; company < companies; company++)
                {
                    await Answer(
                        Platform,
                        await Platform.Company(one => (one.Stratum.Land, one.Stratum[1], one.Stratum[2]) == (land, sector, size)),
                        number++
                    );
                }
            }
        }

        await Show(Platform);
    }

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>As an operator who does not wait for the night.</summary>
    internal static async Task<JsonElement> Show(Platform platform) =>
        (
            await platform.Query(
                "mutation { showResults(id: \"small-study\") { state answered shown } }",
                token: await platform.Token(Role.Operator)
            )
        ).Data.GetProperty("showResults");

    /// <summary>A company submits both answers of the small questionnaire.</summary>
    /// <param name="token">Of its session.</param>
    /// <param name="number">Decides what it answers.</param>
    internal static async Task Answer(Platform platform, string token, int number)
    {
        var share = (number * 37 % 101).ToString(CultureInfo.InvariantCulture);
        var code = (number % 3) switch
        {
            0 => "some",
            1 => "wide",
            _ => "no",
        };
        var answer = await platform.Query(
            "mutation A($code: String!, $share: Decimal!) { submitResponse(idempotencyKey: \"k\", answers: [{ variable: "
                + "\"uses_ai\", code: $code }, { variable: \"online_share\", number: $share }]) { result } }",
            new { code, share },
            token
        );
        Assert.Equal("ACCEPTED", answer.Data.GetProperty("submitResponse").GetProperty("result").GetString());
    }
}
