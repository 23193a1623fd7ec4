using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>The server as a process of its own on a free port of this machine.</summary>
internal sealed class ServerUnderTrial : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly long _begun = Stopwatch.GetTimestamp();

    private ServerUnderTrial(string url, Process process)
    {
        (Url, _process) = (url, process);
        var errors = new Errors(process.StandardError);
        errors.Said += line => Said?.Invoke(line);
        _errors = errors.All;
    }

    /// <summary>Each line of the error stream, when it comes.</summary>
    public event Action<string>? Said;

    public string Url { get; }

    /// <summary>From the process's beginning to "Ready".</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>An address of this machine that nobody listens at.</summary>
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>Begins, and waits for nothing.</summary>
    /// <param name="environment">What it finds in its environment beyond this process's.</param>
    public static ServerUnderTrial Begin(string data, string url, IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        var start = Of(["serve", "--data", data, "--urls", url, .. more]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(url, Process.Start(start)!);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended; the message is what it said.</exception>
    public static async Task<ServerUnderTrial> Start(string data, CancellationToken cancellation, params string[] more)
    {
        var server = Begin(data, FreeAddress(), new Dictionary<string, string>(), more);
        return await server.Ready(cancellation)
            ? server
            : throw new InvalidOperationException((await server.Exited(CancellationToken.None)).Errors);
    }

    /// <returns>Whether it says that it is ready; false where it ends before.</returns>
    /// <exception cref="OperationCanceledException">Neither of the two happened in time.</exception>
    public async Task<bool> Ready(CancellationToken cancellation)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("Ready:", StringComparison.Ordinal))
            {
                Started = Stopwatch.GetElapsedTime(_begun);
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs a command of the server's program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task<string> Run(CancellationToken cancellation, params string[] arguments)
    {
        using var process = Process.Start(Of(arguments))!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await errors}");
    }

    /// <summary>Megabytes of memory that the process holds, and held at most; 0 where the system does not say.</summary>
    public (double Now, double Most) Memory()
    {
        var status = $"/proc/{_process.Id}/status";
        if (!File.Exists(status))
        {
            return (0, 0);
        }

        var lines = File.ReadAllLines(status);
        return (Of("VmRSS:"), Of("VmHWM:"));

        double Of(string name)
        {
            var line = lines.First(line => line.StartsWith(name, StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>What stood on the error stream, and the exit code.</returns>
    public async Task<(string Errors, int ExitCode)> Stop(CancellationToken cancellation)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync(cancellation);
        }

        return await Exited(cancellation);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>What stood on the error stream, and the exit code.</returns>
    public async Task<(string Errors, int ExitCode)> Exited(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return (await _errors, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Of(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Place.Program))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private sealed class Errors
    {
        public Errors(StreamReader stream) => All = Task.Run(() => Read(stream));

        public event Action<string>? Said;

        public Task<string> All { get; }

        private async Task<string> Read(StreamReader stream)
        {
            var all = new StringBuilder();
            while (await stream.ReadLineAsync() is { } line)
            {
                all.AppendLine(line);
                Said?.Invoke(line);
            }

            return all.ToString();
        }
    }
}
