using System.Globalization;
using System.Text.Json;

namespace Dmk.Maturity.Server;

/// <summary>One command that a caller sends: taken in, run within this server, and told how it ended.</summary>
internal sealed class CommandVisit(ControlLine line) : IDisposable
{
    private readonly CallersConsole _console = new(line);
    private readonly CancellationTokenSource _interrupted = new();
    private volatile bool _cut;

    private CommandPlace? _place;

    /// <summary>What it is called, without its arguments; empty before it is known.</summary>
    public string Name => _place?.Name ?? "";

    /// <summary>Reads what is to be run, and from then on listens whether the caller is still there.</summary>
    /// <returns>Null where it is nothing that can be run; the caller has been told then.</returns>
    public CalledCommand? Take()
    {
        var call = line.Receive(ControlLine.LongestOfCaller) is (Signal.Command, var text) ? Read(text) : null;
        line.WaitForEver();
        var listening = new Thread(Listen) { IsBackground = true, Name = "caller of a command" };
        listening.Start();
        if (call is null)
        {
            Refuse("The running server does not understand this call: its version is another one. Restart it with this version.");
        }

        return call;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> Run(CalledCommand call, CommandRun run, IServiceProvider services)
    {
        _place = new CommandPlace
        {
            Arguments = call.Arguments,
            Folder = call.Folder,
            Server = services,
            Output = _console.Output,
            Error = _console.Errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var exitCode = await run(_place, _interrupted.Token);
        if (_cut && exitCode != ExitCode.Good)
        {
            _console.Errors.WriteLine("The server was stopped meanwhile. Look at what has been done, and run the command again.");
        }

        return exitCode;
    }

    public void Tell(string why) => _console.Errors.WriteLine(why);

    public void Refuse(string why)
    {
        Tell(why);
        End(ExitCode.Fault);
    }

    public void End(int exitCode)
    {
        _console.Output.Flush();
        _console.Errors.Flush();
        line.Send(Signal.Exit, exitCode.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The server is going, and has waited long enough.</summary>
    public void Cut()
    {
        _cut = true;
        Interrupt();
    }

    /// <summary>What waits for the caller goes on without it.</summary>
    public void HangUp() => line.Dispose();

    public void Dispose()
    {
        line.Dispose();
        _console.Dispose();
        _interrupted.Dispose();
    }

    private static CalledCommand? Read(string text)
    {
        try
        {
            var call = JsonSerializer.Deserialize<CalledCommand>(text);
            return
                call is { Protocol: CalledCommand.CurrentProtocol, Arguments: not null, Folder: not null }
                && call.Arguments.All(argument => argument is not null)
                && Path.IsPathFullyQualified(call.Folder)
                ? call
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A thread of its own: what a command writes waits for the answers that are read here.</summary>
    private void Listen()
    {
        while (line.Receive(ControlLine.LongestOfCaller) is var (signal, text))
        {
            if (signal == Signal.Interrupt)
            {
                Interrupt();
            }
            else
            {
                _console.Answer(signal == Signal.Written ? null : text);
            }
        }

        _console.Leave();
        Interrupt();
    }

    /// <summary>On another thread: what a command says of its end waits for answers, too.</summary>
    private void Interrupt()
    {
        try
        {
            _ = _interrupted.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The command is over.
        }
    }
}
