using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Tests;

/// <summary>Keeps every line that is logged, of any level.</summary>
internal sealed class Journal : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = new();

    public IReadOnlyList<Line> Lines => [.. _lines];

    /// <summary>The lines of one event, oldest first.</summary>
    public IReadOnlyList<Line> Of(string name) => [.. _lines.Where(line => line.Name == name)];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose() { }

    /// <summary>One line as an operator reads it.</summary>
    internal sealed record Line(string Category, int Id, string? Name, LogLevel Level, string Text);

    private sealed class Logger(string category, ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(new(category, eventId.Id, eventId.Name, logLevel, formatter(state, exception)));
    }
}
