using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Trials;

/// <summary>Kills the server (SIGKILL) while it starts and while companies submit, and looks at what is there afterwards.</summary>
internal sealed class KillTrial(KillTrial.Sizes sizes, TextWriter output) : IDisposable
{
    private const string Study = "pilot-2027";

    /// <summary>A start that takes longer counts as hanging.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> _plain = [];

    private readonly Place _place = new();
    private readonly Random _random = new(20261126);
    private readonly StringBuilder _report = new();
    private int _faults;

    /// <param name="Starts">Kills of a start, for each kind of folder.</param>
    /// <param name="Kills">While companies submit.</param>
    /// <param name="Companies">That submit meanwhile.</param>
    public sealed record Sizes(int Starts, int Kills, int Companies);

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var starts = TrialSettings.Number("--starts", "How many starts are killed, of new folders and of full ones each.", 60);
        var kills = TrialSettings.Number("--kills", "How often the server is killed while companies submit.", 12);
        var companies = TrialSettings.Number("--companies", "How many companies submit meanwhile.", 1_000);
        var command = new Command("kill", "Kills the server while it starts and while companies submit; nothing acknowledged may be lost.")
        {
            report,
            starts,
            kills,
            companies,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var sizes = new Sizes(parsed.GetValue(starts), parsed.GetValue(kills), parsed.GetValue(companies));
                using var trial = new KillTrial(sizes, parsed.InvocationConfiguration.Error);
                var text = await trial.Run(cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return trial._faults == 0 ? 0 : 1;
            }
        );
        return command;
    }

    public async Task<string> Run(CancellationToken cancellation)
    {
        _report.AppendLine("# Killed").AppendLine();
        _report.AppendLine(Machine.Sentence(TimeProvider.System.GetUtcNow()));
        _report.AppendLine("Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- kill --report docs/trials/kill.md`.");
        var demo = _place.Of("demo");
        using (var server = await ServerUnderTrial.Start(demo, cancellation, "--demo", "--demo-sample", Sample()))
        {
            await server.Stop(cancellation);
        }

        _report.AppendLine().AppendLine("## While it starts").AppendLine();
        _report.AppendLine(
            "Killed at a moment by chance between the beginning of the process and somewhat after it would have been ready."
        );
        _report
            .AppendLine()
            .AppendLine("| folder | kills | started again | refused in one sentence | hung | longest start after a kill in s |");
        _report.AppendLine("|---|---|---|---|---|---|");
        await Starts("new", _ => { }, cancellation);
        await Starts("full", folder => FolderCopy.Of(demo, folder), cancellation);
        await UnderLoad(demo, cancellation);
        return _report.ToString();
    }

    public void Dispose() => _place.Dispose();

    private async Task Starts(string kind, Action<string> prepare, CancellationToken cancellation)
    {
        var folder = _place.Of($"{kind}-0");
        prepare(folder);
        double usual;
        using (var first = await ServerUnderTrial.Start(folder, cancellation))
        {
            usual = first.Started.TotalMilliseconds;
            await first.Stop(cancellation);
        }

        var (again, refused, hung, longest) = (0, 0, 0, 0.0);
        for (var kill = 1; kill <= sizes.Starts; kill++)
        {
            var killed = _place.Of($"{kind}-{kill}");
            prepare(killed);
            using (var server = ServerUnderTrial.Begin(killed, ServerUnderTrial.FreeAddress(), _plain))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(_random.NextDouble() * usual * 1.1), cancellation);
                server.Kill();
            }

            using var next = ServerUnderTrial.Begin(killed, ServerUnderTrial.FreeAddress(), _plain);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(_patience);
            try
            {
                if (await next.Ready(patience.Token))
                {
                    again++;
                    longest = Math.Max(longest, next.Started.TotalSeconds);
                    next.Kill();
                }
                else
                {
                    refused++;
                    Fault($"{kind}, kill {kill}: {(await next.Exited(cancellation)).Errors}");
                }
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                hung++;
                Fault($"{kind}, kill {kill}: no word within {_patience.TotalSeconds} s.");
            }

            Say($"{kind} folder: {kill} of {sizes.Starts} starts killed, {again} started again.");
        }

        _report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {kind} | {sizes.Starts} | {again} | {refused} | {hung} | {longest:0.0} (usual {usual / 1000:0.0}) |"
        );
    }

    private async Task UnderLoad(string data, CancellationToken cancellation)
    {
        var (codes, ledger, url) = (_place.Of("codes.csv"), _place.Of("ledger.jsonl"), ServerUnderTrial.FreeAddress());
        await ServerUnderTrial.Run(cancellation, "invitations", "export", "--data", data, "--study", Study, "--reissue", "--out", codes);
        var before = Receipts(data).Count;
        var server = ServerUnderTrial.Begin(data, url, _plain);
        try
        {
            await server.Ready(cancellation);
            var companies = ServerUnderTrial.Run(
                cancellation,
                [
                    "simulate",
                    "--url",
                    url,
                    "--codes",
                    codes,
                    "--responses",
                    Number(sizes.Companies),
                    "--concurrency",
                    "8",
                    "--ledger",
                    ledger,
                ]
            );
            var kills = 0;
            while (kills < sizes.Kills && !companies.IsCompleted)
            {
                var wanted = (kills + 1) * sizes.Companies / (sizes.Kills + 1);
                while (Entries(ledger) < wanted && !companies.IsCompleted)
                {
                    await Task.Delay(20, cancellation);
                }

                server.Kill();
                server.Dispose();
                kills++;
                server = ServerUnderTrial.Begin(data, url, _plain);
                await server.Ready(cancellation);
                Say($"Killed {kills} times under load; {Entries(ledger)} submissions are acknowledged.");
            }

            await companies;
            await server.Stop(cancellation);
            Weigh(data, ledger, before, kills);
        }
        finally
        {
            server.Dispose();
        }
    }

    private void Weigh(string data, string ledger, int before, int kills)
    {
        var acknowledged = File.ReadLines(ledger).Select(Receipt).ToHashSet(StringComparer.Ordinal);
        var stored = Receipts(data);
        var lost = acknowledged.Count(receipt => !stored.Contains(receipt));
        var twice = stored.Count - stored.Distinct(StringComparer.Ordinal).Count();
        if (lost + twice > 0)
        {
            Fault($"{lost} acknowledged submissions are lost, {twice} stand twice.");
        }

        _report.AppendLine().AppendLine("## While companies submit").AppendLine();
        _report.AppendLine("| kills | acknowledged | of them lost | stored since | stored twice |").AppendLine("|---|---|---|---|---|");
        _report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {kills} | {acknowledged.Count} | {lost} | {stored.Count - before} | {twice} |"
        );
    }

    private static List<string> Receipts(string data)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(data, "maturity.db")};Mode=ReadOnly;Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "select receipt_number || ' ' || receipt_hash from submissions";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private static string Receipt(string line)
    {
        using var entry = JsonDocument.Parse(line);
        return $"{entry.RootElement.GetProperty("receipt").GetString()} {entry.RootElement.GetProperty("hash").GetString()}";
    }

    private static int Entries(string ledger)
    {
        if (!File.Exists(ledger))
        {
            return 0;
        }

        // It is being written to.
        using var file = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Count(letter => letter == '\n');
    }

    /// <summary>Somewhat more companies than are needed: about half of a demonstration has answered.</summary>
    private string Sample() => Number((sizes.Companies * 2) + 200);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Fault(string fault)
    {
        _faults++;
        _report.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**Fault:** {fault}").AppendLine();
    }

    private void Say(string step) => output.WriteLine(step);
}
