using System.Diagnostics;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A command line as a process of its own, typed in a folder; it can be killed.</summary>
internal sealed class TypedProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private TypedProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public static TypedProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(Repository.Program))
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!);
    }

    public static async Task<Typed> Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.Ended();
    }

    public async Task<Typed> Ended()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(_process.ExitCode, (await _output).ReplaceLineEndings("\n"), (await _errors).ReplaceLineEndings("\n"));
    }

    /// <summary>SIGKILL, if it still runs.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
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
