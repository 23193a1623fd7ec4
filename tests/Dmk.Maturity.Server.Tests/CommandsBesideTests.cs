using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Commands beside a running server: it runs them, and they say the same as without it.</summary>
public sealed class CommandsBesideTests(PreparedDemo demo) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _server;

    private string Data => _folder.Of("data");

    private string Socket => Path.Combine(Data, ControlSocket.FileName);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await demo.CopyTo(Data);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    [Fact]
    public async Task They_say_the_same_and_end_with_the_same_code_as_without_a_server()
    {
        await Run("token", "create", "--role", "operator", "--name", "both");
        string[][] commands =
        [
            ["study", "status", DemoServer.Study],
            ["study", "status", DemoServer.Study, "--format", "json"],
            ["study", "status", "nowhere-2027"],
            ["study", "open", DemoServer.Study],
            ["study", "show", DemoServer.Study],
            ["study", "show", "nowhere-2027"],
            ["study", "publish", "nowhere"],
            ["study", "publish", Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte")],
            ["study", "publish", Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte")],
            ["frame", "import", "nowhere.csv", "--study", "laender-2027"],
            ["sample", "draw", "--study", "laender-2027", "--allocation", "nowhere.yaml"],
            ["questionnaire", "publish", Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft")],
            ["study", "revise", DemoServer.Study, Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte")],
            ["result", "table", DemoServer.Study, "--role", "operator", "--format", "csv"],
            ["result", "table", DemoServer.Study, "--role", "economist", "--by", "land", "--format", "csv"],
            ["result", "table", DemoServer.Study, "--by", "nothing"],
            ["result", "table", DemoServer.Study, "--role", "operator", "--where", "ai_use != 'no' and score('total') >= 50"],
            ["result", "table", DemoServer.Study, "--role", "operator", "--where", "land=SN", "--where", "ai_use == 'nonsense'"],
            ["result", "table", DemoServer.Study, "--role", "operator", "--estimand", "perPerson", "--by", "size", "--format", "csv"],
            ["result", "table", DemoServer.Study, "--estimand", "perPerson"],
            ["result", "table", DemoServer.Study, "--where", "ai_use != 'no'"],
            ["result", "table", DemoServer.Study, "--condition", "cloud", "--by", "sector", "--format", "csv"],
            ["result", "table", DemoServer.Study, "--condition", "nothing"],
            ["result", "instrument", DemoServer.Study, "--role", "operator", "--format", "csv"],
            ["result", "instrument", DemoServer.Study, "--node", "nothing"],
            ["token", "list", "--format", "json"],
            ["token", "revoke", "0123456789ab"],
            ["token", "create", "--role", "ministry"],
            ["token", "create", "--role", "ministry", "--land", "XX"],
            ["invitations", "export", "--study", "laender-2027", "--out", _folder.Of("nobody.csv")],
            ["sample", "draw", "--study", DemoServer.Study],
        ];

        // Once before, so that what is published is published already in both rounds.
        await Each([.. commands.Where(command => command[1] == "publish")]);
        var beside = await Each(commands);
        await Stop();
        var alone = await Each(commands);

        Assert.Equal(alone, beside);
        Assert.All(beside, typed => Assert.True(typed.Output.Length + typed.Errors.Length > 0));
    }

    [Fact]
    public async Task What_was_done_stands_in_the_audit_log_as_of_any_command()
    {
        var created = await Run("token", "create", "--role", "economist", "--name", "audited");
        Assert.Equal(0, created.ExitCode);

        var log = await Run("audit", "list", "--format", "json");

        var last = log
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line));
        Assert.Equal(
            ["token.create begun", "token.create done"],
            last.TakeLast(2).Select(entry => $"{entry.GetProperty("action")} {entry.GetProperty("outcome")}")
        );
        Assert.Equal($"command line, {Environment.UserName}", last.Last().GetProperty("actor").GetString());
    }

    [Fact]
    public async Task Showing_results_is_noted_and_says_of_how_many_of_the_answered()
    {
        var shown = await Run("study", "show", DemoServer.Study);
        Assert.Equal(0, shown.ExitCode);
        Assert.Matches($"^{DemoServer.Study}: readers see [0-9]+ of [0-9]+ companies \\(state [1-9]\\)\\.\n$", shown.Output);

        var log = await Run("audit", "list", "--format", "json");
        Assert.Equal(
            ["begun", "done"],
            log.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
                .Where(entry => entry.GetProperty("action").GetString() == "result.show")
                .Select(entry => entry.GetProperty("outcome").GetString())
        );
    }

    [Fact]
    public async Task A_table_as_JSON_says_of_how_many_it_speaks_and_rounds_for_readers()
    {
        var (readers, operators) = (await AsJson("economist"), await AsJson("operator"));
        Assert.Equal(operators.GetProperty("answered").GetInt64(), operators.GetProperty("companies").GetInt64());
        // So few that not every Land has enough: then nobody is in tables by a variable.
        Assert.InRange(readers.GetProperty("companies").GetInt64(), 0, operators.GetProperty("companies").GetInt64());
        Assert.All(readers.GetProperty("mergers").EnumerateObject(), land => Assert.Matches("^[A-Z]{2}$", land.Name));

        var (shown, live) = (Total(readers), Total(operators));
        Assert.Equal(0, shown.GetProperty("population").GetDouble() % 10);
        Assert.Equal(0, shown.GetProperty("degreesOfFreedom").GetDouble() % 1);
        Assert.Equal(Math.Round(shown.GetProperty("estimate").GetDouble(), 1), shown.GetProperty("estimate").GetDouble());
        Assert.NotEqual(Math.Round(live.GetProperty("estimate").GetDouble(), 1), live.GetProperty("estimate").GetDouble());
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("bound").ValueKind);

        async Task<JsonElement> AsJson(string role)
        {
            return JsonSerializer.Deserialize<JsonElement>(
                (await Run("result", "table", DemoServer.Study, "--role", role, "--by", "land", "--format", "json")).Output
            );
        }

        static JsonElement Total(JsonElement table)
        {
            return table.GetProperty("cells").EnumerateArray().Last();
        }
    }

    [Fact]
    public async Task A_token_that_could_not_be_written_is_revoked()
    {
        await using var full = new FullWriter();
        await using var errors = new StringWriter();

        var exitCode = await CommandLine.Run(Typing("token", "create", "--role", "operator"), full, errors, Cancellation);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "The token could not be written (No space left on device), so it has been revoked. Create another one.",
            errors.ToString().TrimEnd()
        );
        Assert.Equal("revoked", Assert.Single(await Tokens()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Whoever_goes_before_the_token_is_written_leaves_none()
    {
        using (var line = await Call.Of(Data, "token", "create", "--role", "operator"))
        {
            Assert.Equal(Signal.Output, line.Receive(ControlLine.LongestOfServer)!.Value.Signal);
        }

        await Until(async () => (await Tokens()).All(token => token.GetProperty("state").GetString() == "revoked"));
        Assert.Single(await Tokens());
    }

    [Fact]
    public async Task An_interrupted_command_changes_nothing_and_says_so()
    {
        await Run("study", "publish", Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte"));
        await File.WriteAllTextAsync(_folder.Of("laender.csv"), "unit;land\nA;SN\nB;TH\n", Cancellation);
        await File.WriteAllTextAsync(_folder.Of("all.yaml"), "method: census\n", Cancellation);
        Assert.Equal(0, (await Run("frame", "import", _folder.Of("laender.csv"), "--study", "laender-2027")).ExitCode);
        string[] draw = ["sample", "draw", "--study", "laender-2027", "--allocation", _folder.Of("all.yaml"), "--seed", "1"];
        using var plug = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var output = new InterruptingText("census: 2 of 2", plug);
        await using var errors = new StringWriter();

        var exitCode = await CommandLine.Run(Typing(draw), output, errors, plug.Token);

        Assert.Equal((1, "Interrupted."), (exitCode, errors.ToString().TrimEnd()));
        Assert.DoesNotContain("Drawn with seed", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Drawn with seed 1.\n", (await Run(draw)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_line_of_more_than_a_megabyte_is_not_read()
    {
        using var line = Call.To(Data);
        Record.Exception(() =>
            line.Send(
                Signal.Command,
                JsonSerializer.Serialize(new CalledCommand(1, ["token", "list", new string('a', ControlLine.LongestOfCaller)], Data))
            )
        );
        Assert.NotEqual(Signal.Output, line.Receive(ControlLine.LongestOfServer)?.Signal);

        var typed = await Run("token", "list", new string('a', ControlLine.LongestOfCaller));
        Assert.Equal(2, typed.ExitCode);
        typed = await Run("token", "revoke", new string('a', ControlLine.LongestOfCaller));
        Assert.Equal(
            (1, "The command line is too long for a running server. Shorten it, or stop the server first.\n"),
            (typed.ExitCode, typed.Errors)
        );
    }

    [Fact]
    public async Task A_fifth_command_at_a_time_is_told_to_come_again()
    {
        var lines = new List<ControlLine>();
        for (var place = 0; place < 4; place++)
        {
            lines.Add(await Call.Of(Data, "token", "list"));
            Assert.Equal(Signal.Output, lines[^1].Receive(ControlLine.LongestOfServer)!.Value.Signal);
        }

        var fifth = await Run("token", "list");
        lines.ForEach(line => line.Dispose());

        Assert.Equal(1, fifth.ExitCode);
        Assert.StartsWith("The server runs 4 commands already; nothing of this was done.", fifth.Errors, StringComparison.Ordinal);
        await Until(async () => (await Run("token", "list")).ExitCode == 0);
    }

    [Fact]
    public async Task A_stop_cuts_a_command_whose_caller_does_not_listen()
    {
        using var line = await Call.Of(Data, "token", "list");
        Assert.Equal(Signal.Output, line.Receive(ControlLine.LongestOfServer)!.Value.Signal);

        // The door alone: the drain before it would wait for 25 seconds.
        await _server!.Services.GetServices<IHostedService>().OfType<CommandDoor>().Single().StopAsync(Cancellation);

        Assert.Null(line.Receive(ControlLine.LongestOfServer));
        Assert.False(File.Exists(Socket));
        var typed = await Run("token", "list");
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("in use by another process that takes no commands", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_questionnaires_than_those_of_the_server_are_refused()
    {
        var same = await Run("token", "list", "--questionnaires", Repository.Questionnaires + "/");
        var other = await Run("token", "list", "--questionnaires", _folder.Location);

        Assert.Equal((0, 1), (same.ExitCode, other.ExitCode));
        Assert.Equal(
            $"The server that holds this data folder reads its classifications from {Repository.Questionnaires}. Leave out "
                + "--questionnaires, or stop the server first.\n",
            other.Errors
        );
    }

    [Fact]
    public async Task The_socket_is_its_owners_and_goes_with_the_server()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Socket));
        }

        await Stop();
        Assert.False(File.Exists(Socket));

        // What a killed server leaves is replaced.
        await File.WriteAllTextAsync(Socket, "", Cancellation);
        await Start();
        Assert.Equal(0, (await Run("token", "list")).ExitCode);
    }

    private async Task Start()
    {
        _server = DmkServer.Build(new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0") { Commands = CommandLine.Run });
        await _server.StartAsync(Cancellation);
    }

    private async Task Stop()
    {
        if (_server is null)
        {
            return;
        }

        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _server = null;
    }

    private async Task<List<Typed>> Each(string[][] commands)
    {
        var all = new List<Typed>();
        foreach (var command in commands)
        {
            all.Add(await Run(command));
        }

        return all;
    }

    private string[] Typing(params string[] command) => [.. command, "--data", Data];

    private Task<Typed> Run(params string[] command) => Typed.Run(Typing(command));

    private async Task<List<JsonElement>> Tokens()
    {
        var typed = await Run("token", "list", "--format", "json");
        return [.. JsonSerializer.Deserialize<JsonElement>(typed.Output).EnumerateArray()];
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>A disk without room.</summary>
    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }

    /// <summary>Pulls the plug as soon as certain words are written.</summary>
    private sealed class InterruptingText(string words, CancellationTokenSource plug) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true)
            {
                plug.Cancel();
            }
        }
    }
}
