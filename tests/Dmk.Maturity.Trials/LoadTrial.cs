using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dmk.Maturity.Trials;

/// <summary>What a server carries: companies from code to receipt, complete submissions, single saves, tables at rest and while companies
/// answer, and what it needs to start, by the number of responses.</summary>
internal sealed class LoadTrial(LoadTrial.Sizes sizes, TextWriter output) : IDisposable
{
    private const string Study = "pilot-2027";

    private readonly Place _place = new();
    private readonly StringBuilder _report = new();

    /// <param name="Sample">Companies of the demonstration; about half of them answer before anything is measured.</param>
    /// <param name="Companies">Of each run.</param>
    /// <param name="AtATime">How many ask at the same time.</param>
    /// <param name="Tables">Asked one after the other.</param>
    /// <param name="Responses">To which the folder is grown, one after the other.</param>
    public sealed record Sizes(int Sample, int Companies, int AtATime, int Tables, IReadOnlyList<int> Responses);

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var sample = TrialSettings.Number("--sample", "Made-up companies that are invited.", 12_000);
        var companies = TrialSettings.Number("--companies", "How many answer in each run.", 600);
        var atATime = TrialSettings.Number("--at-a-time", "How many answer at the same time.", 8);
        var tables = TrialSettings.Number("--tables", "How many tables are asked in each run.", 300);
        var responses = new Option<int[]>("--responses")
        {
            Description = "Start, memory and tables with so many responses.",
            DefaultValueFactory = _ => [50_000, 1_000_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("load", "Rates, times and memory of a server under load.")
        {
            report,
            sample,
            companies,
            atATime,
            tables,
            responses,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var sizes = new Sizes(
                    parsed.GetValue(sample),
                    parsed.GetValue(companies),
                    parsed.GetValue(atATime),
                    parsed.GetValue(tables),
                    parsed.GetValue(responses)!
                );
                using var trial = new LoadTrial(sizes, parsed.InvocationConfiguration.Error);
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
        Line("# Load");
        Line();
        Line(Machine.Sentence(TimeProvider.System.GetUtcNow()));
        Line("Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- load --report docs/trials/load.md`.");
        Line(
            "Times are in milliseconds as the one who asks sees them; every save and every submission is on the disk before it is answered."
        );
        await SetUp(data, cancellation);
        await Answering(data, cancellation);
        await Growing(data, cancellation);
        return _report.ToString();
    }

    public void Dispose() => _place.Dispose();

    private async Task SetUp(string data, CancellationToken cancellation)
    {
        Say($"A demonstration of {sizes.Sample} companies is set up.");
        using var server = await ServerUnderTrial.Start(
            data,
            cancellation,
            "--demo",
            "--demo-sample",
            sizes.Sample.ToString(CultureInfo.InvariantCulture)
        );
        Line();
        Line($"A demonstration of {sizes.Sample} invited companies is set up in {server.Started.TotalSeconds:0} s.");
        await server.Stop(cancellation);
    }

    private async Task Answering(string data, CancellationToken cancellation)
    {
        var codes = _place.Of("codes.csv");
        await ServerUnderTrial.Run(cancellation, "invitations", "export", "--data", data, "--study", Study, "--reissue", "--out", codes);
        var all = await File.ReadAllLinesAsync(codes, cancellation);
        var token = await Token(data, cancellation);
        var next = 1;

        Line();
        Line($"## Companies, {sizes.AtATime} at a time");
        Line();
        Line("| run | operation | count | a second | p50 | p95 | p99 | longest |");
        Line("|---|---|---|---|---|---|---|---|");
        using (var server = await ServerUnderTrial.Start(data, cancellation))
        {
            await Companies(server, "from code to receipt, right after the start", "journeys");
            await Companies(server, "from code to receipt, warm", "journeys");
            await Companies(server, "complete submissions in one request", "submissions");
            await Companies(server, "single saves, section by section", "saves");
            await server.Stop(cancellation);
        }

        Line();
        Line("## An operator's table by Land and sector, one after the other");
        Line();
        Line("| run | operation | count | a second | p50 | p95 | p99 | longest |");
        Line("|---|---|---|---|---|---|---|---|");
        using (var server = await ServerUnderTrial.Start(data, cancellation))
        {
            await Tables(server, "warming up");
            await Tables(server, "at rest");
            var companies = Companies(server, "companies meanwhile", "journeys");
            await Tables(server, "while companies answer");
            await companies;
            await server.Stop(cancellation);
        }

        async Task Companies(ServerUnderTrial server, string run, string mode)
        {
            var some = _place.Of($"codes-{next}.csv");
            await File.WriteAllLinesAsync(some, all.Skip(next).Take(sizes.Companies).Prepend(all[0]), cancellation);
            next += sizes.Companies;
            Say($"{run}: {sizes.Companies} companies.");
            var processor = server.Processor();
            var report = await ServerUnderTrial.Run(
                cancellation,
                ["simulate", "--url", server.Url, "--codes", some, "--mode", mode, "--format", "json", .. AtATime()]
            );
            Rows(run, report);
            Line($"| {run} | (the server's processor time) | | | {(server.Processor() - processor).TotalMilliseconds:0} in all | | | |");
        }

        async Task Tables(ServerUnderTrial server, string run)
        {
            Say($"{run}: {sizes.Tables} tables.");
            var count = sizes.Tables.ToString(CultureInfo.InvariantCulture);
            Rows(
                run,
                await ServerUnderTrial.Run(
                    cancellation,
                    ["simulate", "--url", server.Url, "--tables", count, "--token", token, "--format", "json"]
                )
            );
        }

        string[] AtATime()
        {
            return ["--concurrency", sizes.AtATime.ToString(CultureInfo.InvariantCulture)];
        }
    }

    private async Task Growing(string data, CancellationToken cancellation)
    {
        Line();
        Line("## Start and memory");
        Line();
        Line("More responses than the demonstration has are copies of its own, under other names. \"First table\" reads all of them once.");
        Line();
        Line(
            "| responses | maturity.db in MB | start in s | MB after the start | first table in ms | MB with it | table then: p50 | p95 |"
        );
        Line("|---|---|---|---|---|---|---|---|");
        foreach (var wanted in sizes.Responses.Prepend(0))
        {
            var responses = GrownFolder.Grow(data, wanted, (done, of) => Say($"Growing to {wanted} responses: {done} of {of} copies."));
            var token = await Token(data, cancellation);
            using var server = await ServerUnderTrial.Start(data, cancellation);
            var fresh = server.Memory().Now;
            var (firstTable, _) = await Ask(1);
            var with = server.Memory().Now;
            var (p50, p95) = await Ask(Math.Max(1, sizes.Tables / 3));
            var size = new FileInfo(Path.Combine(data, "maturity.db")).Length / 1e6;
            Line(
                $"| {responses} | {size:0} | {server.Started.TotalSeconds:0.0} | {fresh:0} "
                    + $"| {firstTable:0} | {with:0} | {p50:0.0} | {p95:0.0} |"
            );
            await server.Stop(cancellation);

            async Task<(double P50, double P95)> Ask(int count)
            {
                var report = await ServerUnderTrial.Run(
                    cancellation,
                    ["simulate", "--url", server.Url, "--tables", $"{count}", "--token", token, "--format", "json"]
                );
                var study = Operations(report).First(one => one.GetProperty("operation").GetString() == "study");
                return (study.GetProperty("p50").GetDouble(), study.GetProperty("p95").GetDouble());
            }
        }
    }

    private static async Task<string> Token(string data, CancellationToken cancellation) =>
        (await ServerUnderTrial.Run(cancellation, "token", "create", "--data", data, "--role", "operator", "--name", "load trial"))
            .Split('\n', ' ')
            .First(word => word.StartsWith("dmkt_", StringComparison.Ordinal))
            .Trim();

    private void Rows(string run, string report)
    {
        foreach (var one in Operations(report))
        {
            Line(
                $"| {run} | {one.GetProperty("operation").GetString()} | {one.GetProperty("count").GetInt32()} "
                    + $"| {one.GetProperty("perSecond").GetDouble():0.0} "
                    + $"| {Milliseconds("p50")} | {Milliseconds("p95")} | {Milliseconds("p99")} | {Milliseconds("longest")} |"
            );

            string Milliseconds(string name)
            {
                return one.GetProperty(name).GetDouble().ToString("0.0", CultureInfo.InvariantCulture);
            }
        }

        using var whole = JsonDocument.Parse(report);
        if (whole.RootElement.GetProperty("submitted").GetInt32() is > 0 and var submitted)
        {
            var rate = whole.RootElement.GetProperty("perSecond").GetDouble();
            Line(
                $"| {run} | **companies with a receipt** | {submitted} | **{rate.ToString("0.0", CultureInfo.InvariantCulture)}** | | | | |"
            );
        }
    }

    private static List<JsonElement> Operations(string report)
    {
        using var whole = JsonDocument.Parse(report);
        return [.. whole.RootElement.GetProperty("operations").EnumerateArray().Select(one => one.Clone())];
    }

    private void Line(string line = "") => _report.AppendLine(line);

    private void Say(string step) => output.WriteLine(step);
}
