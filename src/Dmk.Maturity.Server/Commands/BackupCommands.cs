using System.CommandLine;
using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Server;

/// <summary><c>backup</c> and <c>restore</c>: a data folder as one file, and back.</summary>
internal static class BackupCommands
{
    /// <summary>From here on progress is shown.</summary>
    private const long LargeInMegabytes = 100;

    private static string Program => typeof(BackupCommands).Assembly.GetName().Version!.ToString(3);

    public static Command Backup()
    {
        var file = File("The file to write; it must not exist.");
        var data = Settings.Data();
        var command = new Command(
            "backup",
            "Copies the data folder, keys included, into one file, while its server runs or not. The file opens everything that the "
                + "folder holds: keep it as you keep the folder."
        )
        {
            file,
            data,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Backup(parsed.GetValue(data)!, parsed.GetValue(file)!, parsed.InvocationConfiguration.Output, cancellation)
        );
        return command;
    }

    public static Command Restore()
    {
        var file = File("A file that backup has written.");
        var data = new Option<string>("--data")
        {
            Description = "The folder to put in place; it is empty or does not exist.",
            Required = true,
            HelpName = "DIR",
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "Moves the folder that is there to DIR.before-TIME first; no server may have it open.",
        };
        var command = new Command("restore", "Puts a data folder in place from a backup: all of it, or nothing.") { file, data, replace };
        command.SetAction(
            (parsed, cancellation) =>
            {
                ReadableFile.Check(parsed.GetValue(file)!);
                var present = parsed.GetValue(replace) ? PresentFolder.MovedAside : PresentFolder.Refused;
                var restore = new FolderRestore(parsed.GetValue(file)!, parsed.GetValue(data)!, present);
                return Restore(restore, parsed.GetValue(data)!, parsed.InvocationConfiguration.Output, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> Backup(string data, string file, TextWriter output, CancellationToken cancellation)
    {
        BackupManifest? made = null;
        var backup = new FolderBackup(data, file, Program);
        await Show(output, "Backup, MB", progress => made = backup.Write(TimeProvider.System.GetUtcNow(), progress, cancellation));
        output.WriteLine($"{Submissions(made!)} of {Path.GetFullPath(data)} are in {Path.GetFullPath(file)}.");
        output.WriteLine(
            "With its keys, the file opens everything that the folder holds: names, answers, codes. Keep it as you keep the folder."
        );
        return ExitCode.Good;
    }

    private static async Task<int> Restore(FolderRestore restore, string data, TextWriter output, CancellationToken cancellation)
    {
        (BackupManifest Manifest, string? Before)? done = null;
        await Show(output, "Restore, MB", progress => done = restore.Run(TimeProvider.System.GetUtcNow(), progress, cancellation));
        var (manifest, before) = done!.Value;
        output.WriteLine(
            $"{Submissions(manifest)}, backed up at {manifest.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, are in "
                + $"{Path.GetFullPath(data)}. What was stored later is not."
        );
        if (before is not null)
        {
            output.WriteLine($"The folder that was there is {before}.");
        }

        return ExitCode.Good;
    }

    private static string Submissions(BackupManifest manifest) => $"{manifest.Submissions.Sum(one => one.Count)} submissions";

    private static Task Show(TextWriter output, string title, Action<IProgress<(long Done, long Of)>> work) =>
        ProgressLine.Show(
            output,
            title,
            shown =>
            {
                work(new Megabytes(shown));
                return Task.CompletedTask;
            }
        );

    private static Argument<string> File(string description) => new("FILE") { Description = description };

    private sealed class Megabytes(IProgress<(int Done, int Of)> shown) : IProgress<(long Done, long Of)>
    {
        public void Report((long Done, long Of) value)
        {
            var (done, of) = ((int)(value.Done >> 20), (int)(value.Of >> 20));
            if (of >= LargeInMegabytes)
            {
                shown.Report((done, of));
            }
        }
    }
}
