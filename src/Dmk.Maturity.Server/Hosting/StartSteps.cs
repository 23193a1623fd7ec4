using System.Globalization;

namespace Dmk.Maturity.Server;

/// <summary>Where the time of a start goes: a step that takes long is told while it does, and all of them with their times at the
/// end.</summary>
internal sealed partial class StartSteps
{
    /// <summary>What takes less is not told before its end.</summary>
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(2);

    /// <summary>What takes less is not told at all.</summary>
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(0.05);

    private readonly TextWriter _output;
    private readonly TimeProvider _clock;
    private readonly long _begun;
    private readonly List<(string What, TimeSpan Took)> _steps = [];

    /// <summary>The start begins now.</summary>
    public StartSteps(TextWriter output, TimeProvider clock) =>
        (_output, _clock, _begun) = (TextWriter.Synchronized(output), clock, clock.GetTimestamp());

    /// <summary>Since the beginning.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_begun);

    /// <summary>The steps so far with their times, in seconds, as in "opening 0.4 s, loading 2 studies 1.3 s"; empty where all took next to
    /// nothing.</summary>
    public string Sentence =>
        string.Join(", ", _steps.Where(step => step.Took >= _short).Select(step => $"{step.What} {Seconds(step.Took)}"));

    /// <summary>Does one step.</summary>
    /// <param name="what">In words, such as "loading studies".</param>
    /// <param name="done">The same when it is done, from what came of it.</param>
    public async Task<T> Take<T>(string what, Func<Task<T>> work, Func<T, string>? done = null)
    {
        var begun = _clock.GetTimestamp();
        await using var late = _clock.CreateTimer(
            _ => Tell($"{char.ToUpperInvariant(what[0])}{what[1..]} ..."),
            null,
            _long,
            Timeout.InfiniteTimeSpan
        );
        var result = await work();
        _steps.Add((done?.Invoke(result) ?? what, _clock.GetElapsedTime(begun)));
        return result;
    }

    /// <summary>A step of which nothing comes.</summary>
    /// <inheritdoc cref="Take{T}"/>
    public Task Take(string what, Func<Task> work) =>
        Take(
            what,
            async () =>
            {
                await work();
                return true;
            }
        );

    /// <summary>Says a part of the step before as a step of its own.</summary>
    /// <param name="took">Not more than that step.</param>
    public void Part(string what, TimeSpan took)
    {
        var (whole, all) = _steps[^1];
        _steps[^1] = (whole, all - took);
        _steps.Add((what, took));
    }

    /// <summary>The server answers.</summary>
    public void Ready(ILogger<StartSteps> log)
    {
        var steps = Sentence;
        Tell($"Ready after {Seconds(Elapsed)}{(steps.Length == 0 ? "" : ": ")}{steps}.");
        Ready(log, (long)Elapsed.TotalMilliseconds, steps);
    }

    /// <summary>What readers see first has been made, while the server answered.</summary>
    /// <param name="studies">So many; of none nothing is told.</param>
    public void TablesReady(ILogger<StartSteps> log, int studies, TimeSpan took)
    {
        if (studies > 0)
        {
            Tell($"What readers see first is made ({Questionnaires.Counted.Of(studies, "study", "studies")}); it took {Seconds(took)}.");
            TablesReady(log, studies, (long)took.TotalMilliseconds);
        }
    }

    /// <summary>Nobody may be left who reads it.</summary>
    private void Tell(string line)
    {
        try
        {
            _output.WriteLine(line);
        }
        catch (IOException)
        {
            // The log has it, too.
        }
    }

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");

    [LoggerMessage(5006, LogLevel.Information, "Ready after {Milliseconds} ms: {Steps}.")]
    private static partial void Ready(ILogger log, long milliseconds, string steps);

    [LoggerMessage(5007, LogLevel.Information, "What readers see first is made, in {Milliseconds} ms; studies: {Studies}.")]
    private static partial void TablesReady(ILogger log, int studies, long milliseconds);
}
