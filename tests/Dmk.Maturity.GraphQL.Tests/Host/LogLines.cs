using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What a host logs, to be read by a test.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Line, Exception? Exception)> _all = new();

    public IReadOnlyList<(string Line, Exception? Exception)> All => [.. _all];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _all.Enqueue((formatter(state, exception), exception));

    public void Dispose() { }
}
