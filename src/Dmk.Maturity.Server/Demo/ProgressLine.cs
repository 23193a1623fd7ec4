using System.Globalization;
using Spectre.Console;

namespace Dmk.Maturity.Server;

/// <summary>Progress of long work: a bar on a terminal, one plain line for every tenth where output goes to a file.</summary>
internal static class ProgressLine
{
    public static Task Show(TextWriter output, string title, Func<IProgress<(int Done, int Of)>, Task> work) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected ? Bar(title, work) : Lines(output, title, work);

    /// <summary>Nothing is shown of work that is done within two seconds.</summary>
    public static Task ShowWhenSlow(TextWriter output, string title, Func<IProgress<(int Done, int Of)>, Task> work) =>
        ShowWhenSlow(output, title, work, TimeProvider.System);

    internal static Task ShowWhenSlow(TextWriter output, string title, Func<IProgress<(int Done, int Of)>, Task> work, TimeProvider clock)
    {
        var begun = clock.GetTimestamp();
        return Lines(
            output,
            title,
            progress =>
                work(
                    new Step(step =>
                    {
                        if (clock.GetElapsedTime(begun) > TimeSpan.FromSeconds(2))
                        {
                            progress.Report(step);
                        }
                    })
                )
        );
    }

    private static Task Bar(string title, Func<IProgress<(int Done, int Of)>, Task> work) =>
        AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(title);
                return work(new Step(step => (task.MaxValue, task.Value) = (step.Of, Math.Max(task.Value, step.Done))));
            });

    private static Task Lines(TextWriter output, string title, Func<IProgress<(int Done, int Of)>, Task> work)
    {
        var gate = new Lock();
        var shown = 0;
        return work(
            new Step(step =>
            {
                lock (gate)
                {
                    var tenth = (int)(10L * step.Done / Math.Max(1, step.Of));
                    if (tenth > shown)
                    {
                        shown = tenth;
                        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {step.Done} of {step.Of}"));
                    }
                }
            })
        );
    }

    /// <summary>Reports on the caller's thread: <see cref="Progress{T}"/> would report out of order.</summary>
    private sealed class Step(Action<(int Done, int Of)> show) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => show(value);
    }
}
