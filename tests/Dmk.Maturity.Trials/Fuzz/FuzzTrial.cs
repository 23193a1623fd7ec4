using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>Nonsense at every entrance of a server: nothing of it may be a fault, stay without an answer, or be worth a line of the
/// log.</summary>
internal sealed class FuzzTrial(int seed, int requests, TextWriter output) : IDisposable
{
    private const int AtATime = 8;
    private const int BetweenEntries = 5_000;
    private const int Told = 15;

    private readonly Place _place = new();
    private readonly ConcurrentDictionary<(string Entrance, string Status), int> _counts = new();
    private readonly ConcurrentDictionary<int, FuzzRequest> _open = new();
    private readonly ConcurrentQueue<FuzzRequest> _lately = new();
    private readonly Lock _telling = new();
    private readonly ConcurrentQueue<string> _findings = new();

    /// <summary>All of them, in words, each with what reproduces it.</summary>
    public IReadOnlyCollection<string> Findings => _findings;

    /// <summary>Requests that were made, by what the server answered.</summary>
    public IReadOnlyDictionary<string, int> Statuses =>
        _counts.GroupBy(one => one.Key.Status).ToDictionary(group => group.Key, group => group.Sum(one => one.Value));

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var requests = TrialSettings.Number("--requests", "How many are sent.", 100_000);
        var seed = TrialSettings.Number("--seed", "What they are made from.", 1);
        var only = TrialSettings.Number("--only", "Sends the request of this number alone, and prints what comes.", -1);
        var command = new Command("fuzz", "Nonsense at every entrance.") { report, requests, seed, only };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var trial = new FuzzTrial(parsed.GetValue(seed), parsed.GetValue(requests), parsed.InvocationConfiguration.Error);
                var text = await trial.Run(parsed.GetValue(only), cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return trial.Findings.Count == 0 ? 0 : 1;
            }
        );
        return command;
    }

    /// <param name="only">The one request to be sent; all of them where negative.</param>
    /// <returns>The report.</returns>
    public async Task<string> Run(int only, CancellationToken cancellation)
    {
        var data = _place.Of("data");
        using (var first = await ServerUnderTrial.Start(data, cancellation, "--demo", "--demo-sample", "300"))
        {
            await first.Stop(cancellation);
        }

        var codes = await Callers.NewCodes(data, _place.Of("codes.csv"), cancellation);
        var tokens = await Callers.NewTokens(data, cancellation);
        var begun = Stopwatch.GetTimestamp();
        using var server = await ServerUnderTrial.Start(data, cancellation);
        server.Said += Heard;
        var from = Math.Max(0, only);
        var end = only < 0 ? requests : only + 1;
        for (var entry = 0; from < end; entry++)
        {
            var callers = await Callers.Enter(server.Url, codes[entry % codes.Count], tokens, cancellation);
            var some = Enumerable.Range(from, Math.Min(BetweenEntries, end - from));
            await Send(new Uri(server.Url), new RequestMaker(seed, callers), some, cancellation);
            from += BetweenEntries;
            await output.WriteLineAsync($"{Math.Min(from, end)} of {end} requests, {_findings.Count} findings.");
        }

        var (_, exit) = await server.Stop(cancellation);
        if (exit != 0)
        {
            Found($"The server ended with exit code {exit}.");
        }

        return Report(Stopwatch.GetElapsedTime(begun));
    }

    public void Dispose() => _place.Dispose();

    private Task Send(Uri server, RequestMaker maker, IEnumerable<int> numbers, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            numbers,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation },
            async (number, stop) =>
            {
                var request = maker.Make(number);
                _open[number] = request;
                var (status, answer) = await Exchange.Send(server, request, stop);
                Count(request, status, answer);
                _open.TryRemove(number, out _);
                _lately.Enqueue(request);
                if (_lately.Count > AtATime)
                {
                    _lately.TryDequeue(out _);
                }
            }
        );

    private void Count(FuzzRequest request, string status, string answer)
    {
        _counts.AddOrUpdate((request.Entrance, status), 1, (_, count) => count + 1);
        var isFault = (status[0] == '5' && status is not ("501" or "505" or "503 BUSY")) || status is "unanswered" or "no HTTP";
        if (isFault)
        {
            var said = answer.ReplaceLineEndings(" ");
            Found(
                $"{status} to number {request.Number} ({request.Entrance}): `{request.Escaped()}`; the answer: "
                    + $"`{said[..Math.Min(300, said.Length)]}`"
            );
        }
        else if (answer.Contains("   at Dmk.", StringComparison.Ordinal) || answer.Contains("   at Microsoft.", StringComparison.Ordinal))
        {
            Found($"A stack trace in the answer to number {request.Number} ({request.Entrance}): `{request.Escaped()}`");
        }
    }

    /// <summary>Notes what was being asked when the server complained.</summary>
    private void Heard(string line)
    {
        if (
            line.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal)
            || line.Contains("\"LogLevel\":\"Debug\"", StringComparison.Ordinal)
        )
        {
            return;
        }

        var around = _open.Values.Concat(_lately).Select(request => request.Number).Order();
        Found($"The server's log, while numbers {string.Join(", ", around)} were asked: `{line[..Math.Min(1_500, line.Length)]}`");
    }

    private void Found(string finding)
    {
        _findings.Enqueue(finding);
        if (_findings.Count <= Told)
        {
            lock (_telling)
            {
                output.WriteLine(finding);
            }
        }
    }

    private string Report(TimeSpan taken)
    {
        var report = new StringBuilder();
        Line("# Fuzz");
        Line();
        Line(Machine.Sentence(TimeProvider.System.GetUtcNow()));
        Line(
            $"Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- fuzz --requests {requests} --seed "
                + $"{seed} --report docs/trials/fuzz.md`."
        );
        Line(
            $"{_counts.Values.Sum()} requests in {taken.TotalSeconds:0} s, {AtATime} at a time, each over a connection of "
                + $"its own; one of them again: `--only NUMBER`."
        );
        Line();
        var statuses = _counts.Keys.Select(one => one.Status).Distinct().Order(StringComparer.Ordinal).ToArray();
        Line($"| entrance | {string.Join(" | ", statuses)} |");
        Line($"|---|{string.Concat(Enumerable.Repeat("---|", statuses.Length))}");
        foreach (var entrance in _counts.Keys.Select(one => one.Entrance).Distinct().Order(StringComparer.Ordinal))
        {
            Line($"| {entrance} | {string.Join(" | ", statuses.Select(status => _counts.GetValueOrDefault((entrance, status))))} |");
        }

        Line();
        Line(
            "\"Not waited for\": the request was not whole, so that nobody waited longer than 150 ms. 501 and 505 answer "
                + "a transfer coding and a version of HTTP that are not known; 503 BUSY asks to come again."
        );
        Line();
        Line($"## Findings: {_findings.Count}");
        Line();
        foreach (var finding in _findings.Take(Told))
        {
            Line($"- {finding}");
        }

        return report.ToString();

        void Line(string text = "")
        {
            report.Append(text).Append('\n');
        }
    }
}
