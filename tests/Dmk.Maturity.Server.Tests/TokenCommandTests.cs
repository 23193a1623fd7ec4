using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Tokens at the command line, and those of the demonstration.</summary>
public sealed class TokenCommandTests(PreparedDemo demo) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_token_is_created_listed_and_revoked()
    {
        await demo.CopyTo(Data);
        Assert.Equal("There are no tokens.\n", (await Type("list")).Output);

        var created = await Type("create", "--role", "ministry", "--land", "SN", "--name", "Staatskanzlei", "--days", "3");
        var secret = created.Output.Trim();
        Assert.StartsWith("dmkt_", secret, StringComparison.Ordinal);
        Assert.Contains("valid until", created.Errors, StringComparison.Ordinal);

        var token = Assert.Single(await Listed());
        var id = token.GetProperty("id").GetString()!;
        Assert.Contains(id, created.Errors, StringComparison.Ordinal);
        Assert.Equal(
            ["id", "role", "land", "name", "created", "expires", "revoked", "lastUsed", "state"],
            token.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("ministry SN Staatskanzlei valid", Words(token));
        Assert.Equal(
            TimeSpan.FromDays(3),
            token.GetProperty("expires").GetDateTimeOffset() - token.GetProperty("created").GetDateTimeOffset()
        );
        var table = (await Type("list")).Output;
        Assert.Contains($"{id}  valid    ministry       SN", table, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, table, StringComparison.Ordinal);

        var (first, second) = (await Type("revoke", id), await Type("revoke", id));

        Assert.Equal((0, 0, first.Output), (first.ExitCode, second.ExitCode, second.Output));
        Assert.Equal("ministry SN Staatskanzlei revoked", Words(Assert.Single(await Listed())));

        // What was done stands in the audit log, by whom, and without the secret.
        var since = TimeProvider.System.GetUtcNow().AddMinutes(-10).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var log = (await Audit("--format", "json", "--since", since)).Output;
        Assert.Equal(
            ["token.create begun ", $"token.create done {id}", $"token.revoke begun {id}", $"token.revoke done {id}"],
            log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
                .Where(entry => entry.GetProperty("action").GetString()!.StartsWith("token.", StringComparison.Ordinal))
                .Select(entry => $"{entry.GetProperty("action")} {entry.GetProperty("outcome")} {entry.GetProperty("subject")}")
                .Take(4)
        );
        Assert.Contains($"command line, {Environment.UserName}", log, StringComparison.Ordinal);
        Assert.DoesNotContain("dmkt_", log, StringComparison.Ordinal);
        Assert.Contains("demonstration.setUp", (await Audit("--study", DemoServer.Study)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("token.create", (await Audit("--study", DemoServer.Study)).Output, StringComparison.Ordinal);
    }

    private Task<Typed> Audit(params string[] words) =>
        Typed.Run(["audit", "list", .. words, "--data", Data, "--questionnaires", Repository.Questionnaires]);

    [Fact]
    public async Task An_id_that_no_token_has_is_named()
    {
        await demo.CopyTo(Data);

        var typed = await Type("revoke", "0123456789ab");

        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains("There is no token 0123456789ab", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tokens_of_the_demonstration_end_at_its_next_start()
    {
        await demo.CopyTo(Data);
        await using var server = await DemoServer.Start(Data, PreparedDemo.Sample);
        var mine = await server.Token(Studies.Role.Economist);
        var first = await Welcome(server);
        Assert.Equal("True True", await Opens(server, first));

        var second = await Welcome(server);

        Assert.Equal("False False", await Opens(server, first));
        Assert.Equal("True True", await Opens(server, second));
        Assert.Equal("True", await Opens(server, mine));
    }

    private static async Task<string[]> Welcome(DemoServer server)
    {
        await using var console = new StringWriter();
        await new DemoWelcome(server.Services, console).Print("http://127.0.0.1:5080", TestContext.Current.CancellationToken);
        return [.. console.ToString().Split().Where(word => word.StartsWith("dmkt_", StringComparison.Ordinal))];
    }

    private static async Task<string> Opens(DemoServer server, params string[] tokens)
    {
        var accounts = server.Services.GetRequiredService<Accounts>();
        return string.Join(
            ' ',
            await Task.WhenAll(
                tokens.Select(async token => await accounts.Identify(token, TestContext.Current.CancellationToken) is not null)
            )
        );
    }

    private Task<Typed> Type(params string[] words) =>
        Typed.Run(["token", .. words, "--data", Data, "--questionnaires", Repository.Questionnaires]);

    private async Task<IEnumerable<JsonElement>> Listed() =>
        JsonSerializer.Deserialize<JsonElement>((await Type("list", "--format", "json")).Output).EnumerateArray();

    private static string Words(JsonElement token) =>
        string.Join(' ', new[] { "role", "land", "name", "state" }.Select(name => token.GetProperty(name).GetString()));
}
