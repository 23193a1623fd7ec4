using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Server;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Trials;

/// <summary>One result of each kind as JSON, as an economist and as an operator get it of the demonstration, and what a company
/// gets.</summary>
internal static class KindsTrial
{
    private const int Seed = 2027;

    /// <summary>Of lists so many are written out.</summary>
    private const int Most = 2;

    private const int Tries = 5;

    private static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var invited = TrialSettings.Number("--invited", "Companies invited to the demonstration.", 12_000);
        var command = new Command("kinds", "One result of each kind as JSON, as an economist and as an operator get it.")
        {
            report,
            invited,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var place = new Place();
                var text = await Run(place.Of("data"), parsed.GetValue(invited), cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return 0;
            }
        );
        return command;
    }

    private static async Task<string> Run(string data, int invited, CancellationToken cancellation)
    {
        var settings = new ServerSettings(data, Path.Combine(Place.Root, "questionnaires"), "http://127.0.0.1:0");
        await using var server = DmkServer.Build(settings);
        await server.StartAsync(cancellation);
        await new DemoSetUp(server.Services, settings, TextWriter.Null).Run(new(invited, Seed), cancellation);
        var study = (await server.Services.GetRequiredService<Catalogue>().Studies(cancellation)).MaxBy(one => one.Design.Wave)!;
        var endpoint = new Uri(new Uri(server.Urls.Single()), "graphql");
        using var economist = Caller(await Token(server, Role.Economist, cancellation));
        using var operators = Caller(await Token(server, Role.Operator, cancellation));
        using var company = Caller(await Answered(server, study, endpoint, invited, operators, cancellation));
        var report = new StringBuilder();
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
            # One result of each kind

            {Machine.Sentence(TimeProvider.System.GetUtcNow())}
            Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- kinds --report docs/trials/kinds.md`.
            The demonstration of {invited} invited companies: everything is made up. Of longer lists {Most} entries are written out.
            """
        );
        foreach (var kind in ResultKind.All)
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"\n## {kind.Title}\n\n```graphql\n{{ study(id: \"{study.Id}\") {{ {kind.Field} }} }}\n```"
            );
            foreach (var (who, caller) in new[] { ("an economist", economist), ("an operator", operators) })
            {
                var answer = await Ask(caller, endpoint, $$"""{ study(id: "{{study.Id}}") { {{kind.Field}} } }""", cancellation);
                report.AppendLine(CultureInfo.InvariantCulture, $"\nAs {who}:\n\n```json\n{Written(answer)}\n```");
            }
        }

        var own = await Ask(company, endpoint, $$"""{ {{ResultKind.OfACompany}} }""", cancellation);
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"""

            ## A company beside its peers

            ```graphql
            {Braced(ResultKind.OfACompany)}
            ```

            As the company:

            ```json
            {Written(own)}
            ```
            """
        );
        await server.StopAsync(CancellationToken.None);
        return report.ToString();
    }

    private static async Task<string> Token(WebApplication server, Role role, CancellationToken cancellation) =>
        (
            await server.Services.GetRequiredService<Accounts>().CreateToken(role, null, "kinds trial", TimeSpan.FromHours(1), cancellation)
        ).Secret;

    private static HttpClient Caller(string token) =>
        new()
        {
            Timeout = TimeSpan.FromMinutes(2),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };

    /// <summary>A company that has answered before all was shown, and comes back afterwards.</summary>
    /// <returns>The token of its session.</returns>
    private static async Task<string> Answered(
        WebApplication server,
        Study study,
        Uri endpoint,
        int invited,
        HttpClient operators,
        CancellationToken cancellation
    )
    {
        var population = SyntheticPopulation.Of(server.Services.GetRequiredService<Catalogue>().Classifications, invited);
        var open = await server.Services.GetRequiredService<FieldWork>().IssueCodes(study.Id, invited, cancellation);
        var channel = new GrainChannel(server.Services);
        var (invitation, answers) = open.Select(one =>
                (one, SyntheticCompany.Of(one.UnitId, RegisterCell.Of(one.Stratum), population.Places, Seed))
            )
            .First(one => one.Item2.Now == RegisterCell.Of(one.one.Stratum));
        _ = await CompanyJourney.Run(answers, invitation.AccessCode, channel, int.MaxValue, cancellation);
        _ = await Ask(operators, endpoint, $$"""mutation { showResults(id: "{{study.Id}}") { state } }""", cancellation);
        var entered = await Ask(
            operators,
            endpoint,
            $$"""mutation { enterCode(code: "{{invitation.AccessCode}}") { sessionToken } }""",
            cancellation
        );
        return entered["data"]!["enterCode"]!["sessionToken"]!.GetValue<string>();
    }

    /// <summary>Asks again what a busy machine gives up.</summary>
    private static async Task<JsonNode> Ask(HttpClient caller, Uri endpoint, string query, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            using var response = await caller.PostAsJsonAsync(endpoint, new { query }, cancellation);
            var answer = (await response.Content.ReadFromJsonAsync<JsonNode>(cancellation))!;
            if (tries == Tries || answer["errors"]?.ToJsonString().Contains("TIMED_OUT", StringComparison.Ordinal) != true)
            {
                return answer;
            }
        }
    }

    private static string Braced(string fields) => $"{{ {fields} }}";

    /// <summary>What stands under the study, or the errors, with long lists cut.</summary>
    private static string Written(JsonNode answer)
    {
        var told = answer["errors"] ?? answer["data"]?["study"] ?? answer["data"]!;
        Cut(told);
        return told.ToJsonString(_json);
    }

    private static void Cut(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            var left = list.Count - Most;
            while (list.Count > Most)
            {
                list.RemoveAt(Most);
            }

            foreach (var one in list)
            {
                Cut(one);
            }

            if (left > 0)
            {
                list.Add(string.Create(CultureInfo.InvariantCulture, $"... and {left} more"));
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (_, field) in fields)
            {
                Cut(field);
            }
        }
    }
}
