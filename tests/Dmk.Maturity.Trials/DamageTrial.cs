using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>Damages the files of a data folder by chance and looks at what the next start says: one sentence, or a sound server; never a
/// stack trace, never silence, never an empty survey.</summary>
internal sealed class DamageTrial(int times, TextWriter output) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly Dictionary<string, string> _plain = [];

    private readonly Place _place = new();
    private readonly Random _random = new(20261127);
    private int _faults;

    /// <summary>What is done to a file, by name.</summary>
    private static readonly (string Name, Action<string, Random> Do)[] _kinds =
    [
        ("cut off", (file, random) => Resize(file, (long)(new FileInfo(file).Length * random.NextDouble()))),
        ("emptied", (file, _) => Resize(file, 0)),
        ("removed", (file, _) => File.Delete(file)),
        ("some bytes by chance", (file, random) => Overwrite(file, random, random.Next(1, 64), zeros: false)),
        ("pages of zeros", (file, random) => Overwrite(file, random, 4096 * random.Next(1, 4), zeros: true)),
        ("64 kB by chance", (file, random) => Overwrite(file, random, 65_536, zeros: false)),
        ("other text", (file, _) => File.WriteAllText(file, "<html>This is a page and no file of ours.</html>")),
    ];

    private static readonly string[] _files = ["maturity.db", "contacts.db", "format", Path.Combine("keys", "entry.key")];

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var times = TrialSettings.Number("--times", "How often a file is damaged.", 112);
        var command = new Command("damage", "Damages files of a data folder, and starts the server on it.") { report, times };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var trial = new DamageTrial(parsed.GetValue(times), parsed.InvocationConfiguration.Error);
                var text = await trial.Run(cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return trial._faults == 0 ? 0 : 1;
            }
        );
        return command;
    }

    public async Task<string> Run(CancellationToken cancellation)
    {
        var demo = _place.Of("demo");
        using (var server = await ServerUnderTrial.Start(demo, cancellation, "--demo", "--demo-sample", "400"))
        {
            await server.Stop(cancellation);
        }

        var counts = new SortedDictionary<string, (int Refused, int Started)>(StringComparer.Ordinal);
        var faults = new StringBuilder();
        for (var time = 0; time < times; time++)
        {
            var (kind, file) = (_kinds[time % _kinds.Length], _files[time / _kinds.Length % _files.Length]);
            var data = _place.Of($"damaged-{time}");
            FolderCopy.Of(demo, data);
            kind.Do(Path.Combine(data, file), _random);
            var before = Hashes(data);
            var name = $"{file}: {kind.Name}";
            var known = counts.GetValueOrDefault(name);
            var outcome = await Outcome(data, cancellation);
            counts[name] = outcome is null ? known with { Started = known.Started + 1 } : known with { Refused = known.Refused + 1 };
            if (outcome is not null && FaultOf(outcome, before, data) is { } fault)
            {
                _faults++;
                faults.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**Fault** ({name}): {fault}");
            }

            await output.WriteLineAsync($"{time + 1} of {times}: {name}: {outcome ?? "started, sound"}");
            Directory.Delete(data, recursive: true);
        }

        return Report(counts, faults);
    }

    public void Dispose() => _place.Dispose();

    private static string Report(SortedDictionary<string, (int Refused, int Started)> counts, StringBuilder faults)
    {
        var report = new StringBuilder("# Damaged\n\n");
        report.AppendLine(Machine.Sentence(TimeProvider.System.GetUtcNow()));
        report.AppendLine("Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- damage --report docs/trials/damage.md`.");
        report.AppendLine(
            "Refused: one line on the error stream, exit code 1, every file left as it was. Started: ready, `/health/ready` says Healthy;"
        );
        report.AppendLine("then the damage lay where nothing is stored, such as in a free page, or the file is one that is made anew.");
        report.AppendLine().AppendLine("| damage | refused in one sentence | started, sound |").AppendLine("|---|---|---|");
        foreach (var (name, count) in counts)
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {count.Refused} | {count.Started} |");
        }

        return report.Append(faults).ToString();
    }

    /// <returns>Null where it started and is healthy; else what it said, or that it said nothing.</returns>
    private static async Task<string?> Outcome(string data, CancellationToken cancellation)
    {
        using var server = ServerUnderTrial.Begin(data, ServerUnderTrial.FreeAddress(), _plain);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        try
        {
            if (!await server.Ready(patience.Token))
            {
                var (errors, exitCode) = await server.Exited(cancellation);
                return $"exit {exitCode}: {errors.Trim()}";
            }

            using var http = new HttpClient();
            return await http.GetStringAsync(new Uri($"{server.Url}/health/ready"), cancellation) == "Healthy"
                ? null
                : "ready and not healthy";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no word";
        }
        catch (HttpRequestException failure)
        {
            return $"ready and not healthy: {failure.Message}";
        }
    }

    private static string? FaultOf(string outcome, Dictionary<string, string> before, string data) =>
        !outcome.StartsWith("exit 1: ", StringComparison.Ordinal) ? outcome
        : outcome.Contains('\n', StringComparison.Ordinal) || outcome.Contains("should not have happened", StringComparison.Ordinal)
            ? outcome
        : Hashes(data).FirstOrDefault(now => before.GetValueOrDefault(now.Key) != now.Value) is { Key: { } changed }
            ? $"{changed} was changed by a start that was refused ({outcome})"
        : null;

    /// <summary>Of the files that hold something; the lock and the logs beside databases come and go.</summary>
    private static Dictionary<string, string> Hashes(string data) =>
        _files
            .Where(file => File.Exists(Path.Combine(data, file)))
            .ToDictionary(file => file, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(data, file)))));

    private static void Resize(string path, long length)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(length);
    }

    private static void Overwrite(string path, Random random, int count, bool zeros)
    {
        using var file = new FileStream(path, FileMode.Open);
        var bytes = new byte[Math.Min(count, file.Length)];
        if (!zeros)
        {
            random.NextBytes(bytes);
        }

        file.Position = (long)((file.Length - bytes.Length) * random.NextDouble());
        file.Write(bytes);
    }
}
