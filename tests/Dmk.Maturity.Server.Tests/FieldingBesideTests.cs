using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server.Tests;

/// <summary>An office fields its study beside a running server, each command a process of its own.</summary>
public sealed class FieldingBesideTests : IDisposable
{
    private const string Study = "laender-2027";

    private static readonly string[] _laender =
    [
        "SH",
        "HH",
        "NI",
        "HB",
        "NW",
        "HE",
        "RP",
        "BW",
        "BY",
        "SL",
        "BE",
        "BB",
        "MV",
        "SN",
        "ST",
        "TH",
    ];

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_census_of_the_Laender_is_fielded_beside_a_running_server()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var server = await ServerProcess.Start(Data, "http://127.0.0.1:0");
        Write("laender.csv", "unit;land;name\n" + string.Concat(_laender.Select(land => $"IT-{land};{land};Staatskanzlei {land}\n")));
        Write("all.yaml", "method: census\n");

        // Paths of files as an office types them, below the folder in which it types.
        var published = await Good(
            "study",
            "publish",
            Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte"),
            "--synthetic"
        );
        Assert.EndsWith($"Next: frame import FILE --study {Study}\n", published, StringComparison.Ordinal);
        Assert.Contains(
            "16 companies in 16 strata",
            await Good("frame", "import", "laender.csv", "--study", Study),
            StringComparison.Ordinal
        );
        Assert.Contains("Drawn with seed 7.", await Good(Draw("all.yaml")), StringComparison.Ordinal);
        Assert.StartsWith($"{Study}: in field\n", await Good("study", "open", Study), StringComparison.Ordinal);
        var exported = await Good("invitations", "export", "--study", Study, "--out", "codes.csv");
        Assert.StartsWith($"16 codes written to {_folder.Of("codes.csv")}.", exported, StringComparison.Ordinal);
        var letters = CodesFile.Read(_folder.Of("codes.csv"));

        await Submit(server.Address, letters.Single(letter => letter.Stratum.Land == "SN"));

        Assert.Contains("SN        1 of       1 submitted\n", await Good("study", "status", Study), StringComparison.Ordinal);
        var weights = await Good("study", "weights", Study);
        Assert.StartsWith("Respondents: 1. Weights: 16 to 16.", weights, StringComparison.Ordinal);
        Assert.Matches("land SN +1 +16.0 +16.000 +1\n", weights);
        Assert.Equal($"{Study}: closed\n", await Good("study", "close", Study));
        server.Terminate();
        var (log, exitCode) = await server.Exited();
        Assert.Equal(0, exitCode);
        Assert.Matches("The command invitations export was run beside the server, took [0-9]+ ms, and ended with 0", log);
        Assert.All(letters, letter => Assert.DoesNotContain(letter.AccessCode, log, StringComparison.Ordinal));
        Assert.Equal(0, (await TypedProcess.Run(_folder.Location, "verify")).ExitCode);
    }

    [Fact]
    public async Task An_export_whose_caller_is_killed_loses_no_code()
    {
        using var server = await ServerProcess.Start(Data, "http://127.0.0.1:0");
        Write(
            "laender.csv",
            "unit;land\n" + string.Concat(Enumerable.Range(0, 3_000).Select(place => $"U{place};{_laender[place % 16]}\n"))
        );
        Write("all.yaml", "method: census\n");
        await Good("study", "publish", Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte"), "--synthetic");
        await Good("frame", "import", "laender.csv", "--study", Study);
        await Good(Draw("all.yaml"));
        await Good("study", "open", Study);

        var latest = new Dictionary<string, Invitation>(StringComparer.Ordinal);
        for (var kill = 0; kill < 6; kill++)
        {
            var file = $"codes{kill}.csv";
            using (var export = TypedProcess.Start(_folder.Location, Export(file)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(550 + (60 * kill)), Cancellation);
                export.Kill();
            }

            // The server may be about to end what it has begun.
            await Settled(file);
            Keep(latest, file);
        }

        await TypedProcess.Run(_folder.Location, Export("last.csv"));
        Keep(latest, "last.csv");
        Assert.Equal(3_000, latest.Count);
        using var client = new GraphQLClient(server.Address, 8, TimeSpan.FromSeconds(30), new OperationTimes());
        var channel = Channel(client);
        foreach (var letter in latest.Values.Where((_, place) => place % 100 == 0))
        {
            Assert.Null((await channel.Enter(letter.AccessCode, Cancellation)).Receipt);
        }
    }

    [Fact]
    public async Task A_server_that_is_stopped_ends_the_command_that_it_runs_first()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var server = await ServerProcess.Start(Data, "http://127.0.0.1:0");
        using var line = new ControlLine(ControlSocket.Connect(Data));
        line.Send(Signal.Command, """{"Protocol":1,"Arguments":["token","list"],"Folder":"/"}""");
        Assert.Equal((Signal.Output, "There are no tokens.\n"), line.Receive(ControlLine.LongestOfServer));

        server.Terminate();
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        var late = await TypedProcess.Run(_folder.Location, "token", "list");
        line.Send(Signal.Written, "");

        Assert.Equal((Signal.Exit, "0"), line.Receive(ControlLine.LongestOfServer));
        Assert.Equal(1, late.ExitCode);
        Assert.Contains("is being stopped; nothing of this was done", late.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await server.Exited()).ExitCode);
        Assert.False(File.Exists(Path.Combine(Data, ControlSocket.FileName)));
    }

    [Fact]
    public async Task Commands_go_on_after_a_kill_of_the_server()
    {
        using (var killed = await ServerProcess.Start(Data, "http://127.0.0.1:0"))
        {
            killed.Kill();
        }

        Assert.Equal("There are no tokens.\n", await Good("token", "list"));
        using var server = await ServerProcess.Start(Data, "http://127.0.0.1:0");
        Assert.Equal("There are no tokens.\n", await Good("token", "list"));
    }

    [Fact]
    public async Task A_folder_whose_path_is_too_long_for_a_socket_needs_the_server_stopped_and_the_log_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var deep = Path.Combine(_folder.Of(new string('d', 120)), "data");
        using var server = await ServerProcess.Start(deep, "http://127.0.0.1:0");

        var refused = await TypedProcess.Run(_folder.Location, "token", "list", "--data", deep);
        server.Terminate();
        var (log, exitCode) = await server.Exited();

        Assert.Equal((1, 0), (refused.ExitCode, exitCode));
        Assert.Contains("in use by another process that takes no commands (the path ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("Commands cannot be run beside this server, only while it is stopped: the path ", log, StringComparison.Ordinal);
    }

    private static string[] Draw(string allocation) => ["sample", "draw", "--study", Study, "--allocation", allocation, "--seed", "7"];

    private static string[] Export(string file) => ["invitations", "export", "--study", Study, "--out", file];

    private async Task<string> Good(params string[] command)
    {
        var typed = await TypedProcess.Run(_folder.Location, command);
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        return typed.Output;
    }

    private void Write(string name, string text) => File.WriteAllText(_folder.Of(name), text);

    private async Task Settled(string file)
    {
        while (File.Exists(_folder.Of(file + ".new")))
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private void Keep(Dictionary<string, Invitation> latest, string file)
    {
        foreach (var letter in File.Exists(_folder.Of(file)) ? CodesFile.Read(_folder.Of(file)) : [])
        {
            Assert.True(latest.TryAdd(letter.UnitId, letter), $"{letter.UnitId} got a second code.");
        }
    }

    private static GraphQLChannel Channel(GraphQLClient client)
    {
        var classifications = Classifications.Read(Path.Combine(Repository.Questionnaires, "classifications")).OrThrow();
        var questionnaire = Questionnaire
            .Read(Path.Combine(Repository.Questionnaires, "laenderabfrage-fachkraefte", "questionnaire.yaml"), classifications)
            .OrThrow();
        return new(client, new Dictionary<string, Questionnaire> { [questionnaire.Hash] = questionnaire });
    }

    private static async Task Submit(Uri address, Invitation letter)
    {
        using var client = new GraphQLClient(address, 1, TimeSpan.FromSeconds(30), new OperationTimes());
        var channel = Channel(client);
        var visit = await channel.Enter(letter.AccessCode, Cancellation);
        var answers = new Dictionary<string, Answer>
        {
            ["land"] = new Answer.Coded("SN"),
            ["unit"] = new Answer.Words("Staatskanzlei"),
            ["it_staff"] = new Answer.Number(12),
        };
        answers = answers
            .Where(answer => visit.Questionnaire.Validate(answer.Key, answer.Value) is null)
            .ToDictionary(StringComparer.Ordinal);
        var receipt = await channel.Submit(visit, visit.Revision, "key", answers, new Dictionary<string, string>(), Cancellation);
        Assert.NotEmpty(receipt.Number);
    }
}
