using System.Diagnostics;

namespace Dmk.Maturity.Server.Tests;

/// <summary>The server as a process of its own, which can be killed as an operating system kills.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServerProcess(Process process, Uri address, Task<string> errors) => (_process, Address, _errors) = (process, address, errors);

    public int Id => _process.Id;

    /// <summary>The first one at which it says that it is ready.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<ServerProcess> Start(string data, string url)
    {
        var process = Process.Start(Serve(data, url))!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Ready:", StringComparison.Ordinal))
            {
                return new(process, new Uri(line.Split(' ')[1]), errors);
            }
        }

        throw new InvalidOperationException($"The server did not start: {await errors}");
    }

    /// <summary>Starts it and waits only until it listens: it is not ready then.</summary>
    public static async Task<ServerProcess> Listening(string data, Uri url)
    {
        var process = Process.Start(Serve(data, url.OriginalString))!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = url };
        while (true)
        {
            try
            {
                using var live = await http.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);
                return new(process, url, errors);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>For a start that fails: what stands on the error stream, and the exit code.</summary>
    public static async Task<(string Errors, int ExitCode)> Fail(string data, string url)
    {
        using var process = Process.Start(Serve(data, url))!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (errors.TrimEnd(), process.ExitCode);
    }

    /// <summary>SIGKILL: no handler, no flush, no goodbye.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM: as a service manager asks a program to end.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <returns>What it has written to the error stream, and its exit code.</returns>
    public async Task<(string Errors, int ExitCode)> Exited()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await _errors, _process.ExitCode);
    }

    private static ProcessStartInfo Serve(string data, string url)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Repository.Program, "serve", "--data", data, "--urls", url })
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
