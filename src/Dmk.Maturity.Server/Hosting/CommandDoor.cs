using System.Collections.Concurrent;
using System.Net.Sockets;
using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Server;

/// <summary>Lets the folder's owner run commands within this server while it holds the data folder, each with the server's own grains and
/// storage.</summary>
internal sealed partial class CommandDoor(
    CommandRun run,
    DataFolder folder,
    IServiceProvider services,
    Drain drain,
    TimeProvider time,
    ILogger<CommandDoor> log
) : IHostedLifecycleService, IDisposable
{
    private const int AtATime = 4;

    private static readonly TimeSpan _untilCalled = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _untilCut = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<CommandVisit, Task> _visits = new();
    private readonly SemaphoreSlim _free = new(AtATime);
    private readonly CancellationTokenSource _closing = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    /// <summary>Once all else has begun.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            _listener = ControlSocket.Listen(folder.Location);
            _accepting = Accept(_listener);
        }
        catch (Exception exception) when (exception is FaultException or SocketException or IOException or UnauthorizedAccessException)
        {
            NoCommands(log, exception.Message);
        }

        return Task.CompletedTask;
    }

    /// <summary>What runs has been waited for by the drain; what still does is cut.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _closing.CancelAsync();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var visit in _visits.Keys)
        {
            visit.Cut();
        }

        await Ended();
        foreach (var visit in _visits.Keys)
        {
            visit.HangUp();
        }

        await Ended();
        if (_listener is not null)
        {
            _listener.Dispose();
            ControlSocket.Remove(folder.Location);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _listener?.Dispose();
        _free.Dispose();
        _closing.Dispose();
    }

    private async Task Ended() =>
        await Task.WhenAll(_visits.Values)
            .WaitAsync(_untilCut, time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task Accept(Socket listener)
    {
        while (true)
        {
            try
            {
#pragma warning disable CA2000 // The visit goes with its task.
                var visit = new CommandVisit(new(await listener.AcceptAsync(_closing.Token)) { Patience = _untilCalled });
#pragma warning restore CA2000
                var begin = new TaskCompletionSource();
                _visits[visit] = begin.Task.ContinueWith(_ => Receive(visit), TaskScheduler.Default).Unwrap();
                begin.SetResult();
            }
            catch (SocketException)
            {
                // One caller went again, or there are no more handles: the others are served later.
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, _closing.Token);
            }
        }
    }

    private async Task Receive(CommandVisit visit)
    {
        try
        {
            if (visit.Take() is { } call)
            {
                await Run(visit, call);
            }
        }
        catch (IOException)
        {
            // Nobody is there any more to whom its end could be told.
        }
        finally
        {
            _visits.TryRemove(visit, out _);
            visit.Dispose();
        }
    }

    private async Task Run(CommandVisit visit, CalledCommand call)
    {
        if (!drain.Begin())
        {
            visit.Refuse("The server that holds the data folder is being stopped; nothing of this was done. Try again in a moment.");
            return;
        }

        try
        {
            if (!await _free.WaitAsync(TimeSpan.Zero))
            {
                visit.Refuse(
                    $"The server runs {AtATime} commands already; nothing of this was done. Try again when one of them has ended."
                );
                return;
            }

            try
            {
                visit.End(await Logged(visit, call));
            }
            finally
            {
                _free.Release();
            }
        }
        finally
        {
            drain.End();
        }
    }

    private async Task<int> Logged(CommandVisit visit, CalledCommand call)
    {
        var begun = time.GetTimestamp();
        try
        {
            var exitCode = await visit.Run(call, run, services);
            CommandDone(log, visit.Name, (long)time.GetElapsedTime(begun).TotalMilliseconds, exitCode);
            return exitCode;
        }
        catch (IOException)
        {
            CommandDone(log, visit.Name, (long)time.GetElapsedTime(begun).TotalMilliseconds, ExitCode.Fault);
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            CommandFailed(log, exception, visit.Name);
            visit.Tell(
                $"This should not have happened ({exception.GetType().Name}): {exception.Message.TrimEnd('.')}. "
                    + "The server's log says where; report it."
            );
            return ExitCode.Fault;
        }
    }

    [LoggerMessage(5003, LogLevel.Warning, "Commands cannot be run beside this server, only while it is stopped: {Reason}.")]
    private static partial void NoCommands(ILogger log, string reason);

    [LoggerMessage(
        5004,
        LogLevel.Information,
        "The command {Command} was run beside the server, took {Milliseconds} ms, and ended with {ExitCode}."
    )]
    private static partial void CommandDone(ILogger log, string command, long milliseconds, int exitCode);

    [LoggerMessage(5005, LogLevel.Error, "The command {Command} failed unexpectedly.")]
    private static partial void CommandFailed(ILogger log, Exception exception, string command);
}
