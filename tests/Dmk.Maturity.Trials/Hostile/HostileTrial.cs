using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Dmk.Maturity.Trials;

/// <summary>Whether a company can work while strangers and readers ask for as much as they can, and what the costliest request of each
/// role costs.</summary>
internal sealed class HostileTrial(int clients, TimeSpan each, TextWriter output) : IDisposable
{
    private static readonly TimeSpan _goal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _mostInAll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _mostRefused = TimeSpan.FromMilliseconds(50);

    private readonly Place _place = new();
    private readonly StringBuilder _report = new();

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var clients = TrialSettings.Number("--clients", "How many hostile clients ask without a pause.", 8);
        var seconds = TrialSettings.Number("--seconds", "Of each part.", 30);
        var command = new Command("hostile", "A company's saves beside hostile clients, and what requests cost.")
        {
            report,
            clients,
            seconds,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var each = TimeSpan.FromSeconds(parsed.GetValue(seconds));
                using var trial = new HostileTrial(parsed.GetValue(clients), each, parsed.InvocationConfiguration.Error);
                var text = await trial.Run(cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return 0;
            }
        );
        return command;
    }

    public async Task<string> Run(CancellationToken cancellation)
    {
        var data = _place.Of("data");
        using (var first = await ServerUnderTrial.Start(data, cancellation, "--demo", "--demo-sample", "2000"))
        {
            await first.Stop(cancellation);
        }

        var codes = await Callers.NewCodes(data, _place.Of("codes.csv"), cancellation);
        var tokens = await Callers.NewTokens(data, cancellation);
        using var server = await ServerUnderTrial.Start(data, cancellation);
        var program = await Callers.Enter(server.Url, codes[0], tokens, cancellation);
        var page = await Callers.Enter(server.Url, codes[1], tokens, cancellation);
        Line("# Hostile clients");
        Line();
        Line(Machine.Sentence(TimeProvider.System.GetUtcNow()));
        Line(
            $"Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- hostile --clients {clients} --seconds "
                + $"{each.TotalSeconds:0} --report docs/trials/hostile.md`."
        );
        await Parts(server, program, page, cancellation);
        await Costs(server, program, cancellation);
        await server.Stop(cancellation);
        return _report.ToString();
    }

    public void Dispose() => _place.Dispose();

    private async Task Parts(ServerUnderTrial server, Callers program, Callers page, CancellationToken cancellation)
    {
        Line();
        Line($"## A company's saves in milliseconds, beside {clients} clients that ask without a pause");
        Line();
        Line(
            "| beside | saves by program | p50 | p95 | p99 | saves by page | p50 | p95 | p99 | hostile requests a second, by "
                + "answer | the server's processor ms for each | processors: server | processors: who asks | load average |"
        );
        Line("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        var strangers = CostlyRequest.OfStrangers;
        var economist = CostlyRequest.Tables("economist").Concat(CostlyRequest.Of("economist")).ToArray();
        var form = Encoding.ASCII.GetBytes("code=x&more=" + new string('y', (1 << 20) - 100));
        await Part("warming up", (_, _) => Task.FromResult("nobody"), TimeSpan.FromSeconds(5));
        await Part("nobody", (_, _) => Task.FromResult("nobody"), each);
        await Part("documents without a token", (http, number) => Ask(http, strangers[number % strangers.Count], null), each);
        await Part(
            "tables with an economist's token",
            (http, number) => Ask(http, economist[number % economist.Length], program.Tokens["economist"]),
            each
        );
        await Part("forms of 1 MB", Posted, each);
        await Part("bodies that come slowly", (_, _) => Slow(new Uri(server.Url)), each);

        async Task Part(string name, Func<HttpClient, int, Task<string>> attack, TimeSpan length)
        {
            await output.WriteLineAsync(name);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var answers = new ConcurrentDictionary<string, int>();
            var (before, own, begun) = (server.Processor(), Own(), Stopwatch.GetTimestamp());
            var work = new CompanyAtWork(new Uri(server.Url), program, page).Work(stop.Token);
            var attackers = name is "nobody" or "warming up"
                ? []
                : Enumerable.Range(0, clients).Select(client => Task.Run(() => Attack(client))).ToArray();
            await Task.Delay(length, cancellation);
            await stop.CancelAsync();
            var (byProgram, byPage) = await work;
            await Task.WhenAll(attackers);
            var taken = Stopwatch.GetElapsedTime(begun);
            var used = server.Processor() - before;
            if (name == "warming up")
            {
                return;
            }

            var all = answers.Values.Sum();
            var rates = string.Join(
                ", ",
                answers.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value / taken.TotalSeconds:0.0}")
            );
            Line(
                $"| {name} | {Times(byProgram)} | {Times(byPage)} | {(all == 0 ? "" : rates)} | "
                    + $"{(all == 0 ? "" : Figure(used.TotalMilliseconds / all))} | {Figure(used / taken)} | "
                    + $"{Figure((Own() - own) / taken)} | {Load()} |"
            );

            async Task Attack(int client)
            {
                using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
                for (var number = client * 7; !stop.IsCancellationRequested; number++)
                {
                    var answer = await attack(http, number);
                    answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
                }
            }
        }

        async Task<string> Posted(HttpClient http, int number)
        {
            using var content = new ByteArrayContent(form);
            content.Headers.ContentType = new("application/x-www-form-urlencoded");
            try
            {
                using var answer = await http.PostAsync(
                    new Uri(number % 2 == 0 ? "/en/survey" : "/en/signin", UriKind.Relative),
                    content,
                    cancellation
                );
                return $"{(int)answer.StatusCode}";
            }
            catch (HttpRequestException)
            {
                return "cut off";
            }
        }
    }

    private async Task Costs(ServerUnderTrial server, Callers company, CancellationToken cancellation)
    {
        const int Times = 5;
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        var measured = new List<(CostlyRequest Request, string Answer, TimeSpan Processor, double Longest, int Bytes)>();
        foreach (var request in ((string[])["", "company", "economist", "operator", "administrator"]).SelectMany(CostlyRequest.Of))
        {
            var token =
                request.Role.Length == 0 ? null
                : request.Role == "company" ? company.Session
                : company.Tokens[request.Role];
            await Once();
            var before = server.Processor();
            var longest = 0.0;
            var (answer, bytes) = ("", 0);
            for (var time = 0; time < Times; time++)
            {
                var begun = Stopwatch.GetTimestamp();
                (answer, bytes) = await Once();
                longest = Math.Max(longest, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            measured.Add((request, answer, (server.Processor() - before) / Times, longest, bytes));

            async Task<(string, int)> Once()
            {
                using var message = request.Message(token);
                using var response = await http.SendAsync(message, cancellation);
                var text = await response.Content.ReadAsStringAsync(cancellation);
                return (Code(text) ?? $"{(int)response.StatusCode}", text.Length);
            }
        }

        Line();
        Line("## What the costliest requests cost");
        Line();
        Line(
            $"Each was asked {Times} times alone after one that was not measured; the mean of the server's processor time. "
                + $"Load average: {Load()}."
        );
        Line();
        Line("| who | request | answer | characters of it | processor ms | longest, ms |");
        Line("|---|---|---|---|---|---|");
        foreach (
            var one in measured.GroupBy(one => one.Request.Role).SelectMany(role => role.OrderByDescending(one => one.Processor).Take(8))
        )
        {
            var who = one.Request.Role.Length == 0 ? "nobody" : one.Request.Role;
            Line(
                $"| {who} | {one.Request.Name} | {one.Answer} | {one.Bytes} | {Figure(one.Processor.TotalMilliseconds)} | "
                    + $"{Figure(one.Longest)} |"
            );
        }

        var above = measured.Count(one => one.Processor > (one.Answer == "200" ? _mostInAll : _mostRefused));
        Line();
        Line(
            $"{measured.Count} requests; above {_mostInAll.TotalMilliseconds:0} ms of processor time where answered, or "
                + $"{_mostRefused.TotalMilliseconds:0} ms where refused: {above}. The goal of a company's save: p95 below "
                + $"{_goal.TotalMilliseconds:0} ms."
        );
    }

    private static async Task<string> Ask(HttpClient http, CostlyRequest request, string? token)
    {
        using var message = request.Message(token);
        using var answer = await http.SendAsync(message);
        await answer.Content.ReadAsByteArrayAsync();
        return $"{(int)answer.StatusCode}";
    }

    /// <summary>A body of which a byte comes every tenth of a second, for two seconds.</summary>
    private static async Task<string> Slow(Uri server)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 250000\r\n\r\n"u8.ToArray()
        );
        for (var times = 0; times < 20; times++)
        {
            await stream.WriteAsync("{"u8.ToArray());
            await Task.Delay(100);
        }

        return "given up";
    }

    private static string? Code(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.TryGetProperty("errors", out var errors)
                ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan Own()
    {
        using var own = Process.GetCurrentProcess();
        return own.TotalProcessorTime;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    private static string Times(List<double> times)
    {
        times.Sort();
        return $"{times.Count} | {At(0.5)} | {At(0.95)} | {At(0.99)}";

        string At(double part)
        {
            return times.Count == 0 ? "" : Figure(times[(int)Math.Min(times.Count - 1, part * times.Count)]);
        }
    }

    private static string Figure(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private void Line(string text = "") => _report.Append(text).Append('\n');
}
