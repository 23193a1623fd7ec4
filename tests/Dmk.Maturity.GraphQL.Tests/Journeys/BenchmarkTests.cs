using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A company sees its own scores beside those of its peers, when results are shown, and nobody else does.</summary>
public sealed class BenchmarkTests
{
    private const string Asked =
        "{ response(language: EN) { benchmark { state explanation scores { node { id } score peers { sentence widened atLeast "
        + "codes { variable code } mean { lower upper } lower { from to } } } } } }";

    private static readonly (string Land, string Sector, string Size)[] _places =
    [
        .. from land in new[] { "BE", "SN" }
        from sector in new[] { "manufacturing", "construction" }
        from size in new[] { "S1", "S2" }
        select (land, sector, size),
    ];

    [Fact]
    public async Task A_company_stands_beside_those_that_were_shown_first_and_later_ones_change_nothing()
    {
        await using var platform = new Platform { Confidentiality = "{ minimumRespondents: 5, show: byHand }" };
        await platform.InitializeAsync();
        var companies = new List<Company>();
        foreach (var place in _places)
        {
            for (var each = 0; each < 6; each++)
            {
                var token = await platform.Company(one => At(one) == place);
                if (companies.Count == 0)
                {
                    Assert.Equal(
                        JsonValueKind.Null,
                        (await platform.Query(Asked, token: token)).Data.GetProperty("response").GetProperty("benchmark").ValueKind
                    );
                }

                await Answering.Answer(platform, token, companies.Count);
                companies.Add(new(token, place.Sector, companies.Count));
            }
        }

        var early = await Read(platform, companies[7]);
        Assert.Equal("NOT_YET", early.GetProperty("state").GetString());
        Assert.All(Scores(early), score => Assert.Equal(JsonValueKind.Null, score.GetProperty("peers").ValueKind));
        Assert.Equal(companies[7].Scores, Own(early));

        await Answering.Show(platform);
        var before = new List<string>();
        foreach (var company in companies)
        {
            var benchmark = await Read(platform, company);
            before.Add(benchmark.GetRawText());
            Assert.Equal("SHOWN", benchmark.GetProperty("state").GetString());
            Assert.Equal(company.Scores, Own(benchmark));
            foreach (var (node, score) in Scores(benchmark).Index())
            {
                // The tables of the small study that the frame knows: by sector, then all.
                var peers = score.GetProperty("peers");
                Assert.True(peers.GetProperty("widened").GetBoolean());
                Assert.Equal(
                    $"sector={company.Sector}",
                    string.Join(
                        ' ',
                        peers
                            .GetProperty("codes")
                            .EnumerateArray()
                            .Select(code => $"{code.GetProperty("variable")}={code.GetProperty("code")}")
                    )
                );
                double[] others =
                [
                    .. companies.Where(one => one != company && one.Sector == company.Sector).Select(one => one.Scores[node]),
                ];
                var mean = Math.Floor(others.Average() / 5) * 5;
                Assert.Equal(
                    (20, mean, mean + 5),
                    (peers.GetProperty("atLeast").GetInt32(), Number(peers, "mean", "lower"), Number(peers, "mean", "upper"))
                );
                var own = company.Scores[node];
                var lower = others.Count(one => one < own) + (others.Count(one => one == own) / 2.0);
                var from = Math.Min(80, Math.Floor(lower / others.Length * 5) * 20);
                Assert.Equal((from, from + 20), (Number(peers, "lower", "from"), Number(peers, "lower", "to")));
            }
        }

        // More come, and are shown: nothing changes for those who were there, and they themselves stand beside all companies only.
        var late = new List<Company>();
        foreach (var place in _places)
        {
            for (var each = 0; each < 4; each++)
            {
                late.Add(new(await platform.Company(one => At(one) == place), place.Sector, companies.Count + late.Count));
                await Answering.Answer(platform, late[^1].Token, late[^1].Number);
            }
        }

        foreach (var state in new[] { "waiting", "shown" })
        {
            foreach (var (number, company) in companies.Index())
            {
                Assert.Equal(before[number], (await Read(platform, company)).GetRawText());
            }

            foreach (var score in Scores(await Read(platform, late[0])))
            {
                var peers = score.GetProperty("peers");
                Assert.Equal((0, 40), (peers.GetProperty("codes").GetArrayLength(), peers.GetProperty("atLeast").GetInt32()));
            }

            if (state == "waiting")
            {
                await Answering.Show(platform);
            }
        }

        // Nobody but the company.
        foreach (var role in new[] { Role.Ministry, Role.Economist, Role.Operator, Role.Administrator })
        {
            Assert.Equal("FORBIDDEN", (await platform.Query(Asked, token: await platform.Token(role))).Code);
        }
    }

    private static (string Land, string Sector, string Size) At(Invitation one) => (one.Stratum.Land, one.Stratum[1], one.Stratum[2]);

    private static async Task<JsonElement> Read(Platform platform, Company company) =>
        (await platform.Query(Asked, token: company.Token)).Data.GetProperty("response").GetProperty("benchmark");

    private static JsonElement[] Scores(JsonElement benchmark) => [.. benchmark.GetProperty("scores").EnumerateArray()];

    private static double[] Own(JsonElement benchmark) => [.. Scores(benchmark).Select(score => score.GetProperty("score").GetDouble())];

    private static double Number(JsonElement peers, string range, string end) => peers.GetProperty(range).GetProperty(end).GetDouble();

    /// <param name="Number">Decides what it answers; see <see cref="Answering.Answer"/>.</param>
    private sealed record Company(string Token, string Sector, int Number)
    {
        /// <summary>The index, the use of AI and the share online.</summary>
        public double[] Scores => [(Use + Online) / 2, Use, Online];

        private double Use =>
            (Number % 3) switch
            {
                0 => 50,
                1 => 100,
                _ => 0,
            };

        private double Online => Number * 37 % 101;
    }
}
