using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dmk.Maturity.Trials;

/// <summary>Sets the clock of a running server (libfaketime, the monotonic clock left alone) and lets companies arrive right
/// afterwards.</summary>
internal sealed class ClockTrial(int companies, TextWriter output) : IDisposable
{
    private const string Study = "pilot-2027";

    private static readonly string[] _libraries =
    [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/faketime/libfaketime.so.1",
        "/usr/lib64/faketime/libfaketime.so.1",
    ];

    /// <summary>Seconds by which the clock is off, one after the other.</summary>
    private static readonly int[] _steps = [0, -40, -300, 0, -3600, 3600, -3600, 46_800, 0, -86_400, 300, 0];

    private readonly Place _place = new();
    private readonly StringBuilder _report = new();
    private int _refused;

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var companies = TrialSettings.Number("--companies", "How many companies arrive after each step.", 40);
        var command = new Command("clock", "Sets the clock of a running server forth and back; needs libfaketime (Debian: faketime).")
        {
            report,
            companies,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var trial = new ClockTrial(parsed.GetValue(companies), parsed.InvocationConfiguration.Error);
                var text = await trial.Run(cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return trial._refused == 0 ? 0 : 1;
            }
        );
        return command;
    }

    public async Task<string> Run(CancellationToken cancellation)
    {
        var library =
            Array.Find(_libraries, File.Exists) ?? throw new FileNotFoundException("libfaketime is not installed (Debian: faketime).");
        var (data, codes, clock) = (_place.Of("data"), _place.Of("codes.csv"), _place.Of("clock"));
        using (
            var first = await ServerUnderTrial.Start(data, cancellation, "--demo", "--demo-sample", Number(_steps.Length * companies * 3))
        )
        {
            await first.Stop(cancellation);
        }

        await ServerUnderTrial.Run(cancellation, "invitations", "export", "--data", data, "--study", Study, "--reissue", "--out", codes);
        var all = await File.ReadAllLinesAsync(codes, cancellation);
        await Set(clock, 0, cancellation);
        var environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = library,
            ["FAKETIME_TIMESTAMP_FILE"] = clock,
            ["FAKETIME_NO_CACHE"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        };
        using var server = ServerUnderTrial.Begin(data, ServerUnderTrial.FreeAddress(), environment);
        if (!await server.Ready(cancellation))
        {
            throw new InvalidOperationException((await server.Exited(cancellation)).Errors);
        }

        Head();
        foreach (var (at, step) in _steps.Index())
        {
            await Set(clock, step, cancellation);
            var said = await Said(server, cancellation);
            var some = _place.Of($"codes-{at}.csv");
            await File.WriteAllLinesAsync(some, all.Skip(1 + (at * companies)).Take(companies).Prepend(all[0]), cancellation);
            await Arrive(server, step, said, some, cancellation);
        }

        await server.Stop(cancellation);
        return _report.ToString();
    }

    public void Dispose() => _place.Dispose();

    private void Head()
    {
        _report.AppendLine("# The clock is set").AppendLine();
        _report.AppendLine(Machine.Sentence(TimeProvider.System.GetUtcNow()));
        _report.AppendLine("Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- clock --report docs/trials/clock.md`.");
        _report.AppendLine("One server throughout; companies come from their code to their receipt right after each step.");
        _report.AppendLine().AppendLine("| clock off by s | the server's own Date header | companies | with a receipt | refused |");
        _report.AppendLine("|---|---|---|---|---|");
    }

    private async Task Arrive(ServerUnderTrial server, int step, string said, string codes, CancellationToken cancellation)
    {
        var submitted = 0;
        try
        {
            var report = await ServerUnderTrial.Run(
                cancellation,
                ["simulate", "--url", server.Url, "--codes", codes, "--concurrency", "8", "--format", "json"]
            );
            using var whole = JsonDocument.Parse(report);
            submitted = whole.RootElement.GetProperty("submitted").GetInt32();
        }
        catch (InvalidOperationException failure)
        {
            await output.WriteLineAsync(failure.Message);
        }

        _refused += companies - submitted;
        _report.AppendLine(CultureInfo.InvariantCulture, $"| {step} | {said} | {companies} | {submitted} | {companies - submitted} |");
        await output.WriteLineAsync($"Clock off by {step} s: {submitted} of {companies} companies have a receipt.");
    }

    /// <summary>Shows that the step has reached the server.</summary>
    private static async Task<string> Said(ServerUnderTrial server, CancellationToken cancellation)
    {
        // The header is made anew once a second.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{server.Url}/health/live"), cancellation);
        return answer.Headers.Date is { } date ? date.ToString("u", CultureInfo.InvariantCulture) : "none";
    }

    private static Task Set(string clock, int step, CancellationToken cancellation) =>
        File.WriteAllTextAsync(clock, $"{(step < 0 ? "" : "+")}{Number(step)}\n", cancellation);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
