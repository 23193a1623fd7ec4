using System.CommandLine;

namespace Dmk.Maturity.Trials;

/// <summary>What trials share on the command line.</summary>
internal static class TrialSettings
{
    public static Option<string?> Report() =>
        new("--report") { Description = "Writes the report to this file, too; it is printed in any case.", HelpName = "FILE" };

    public static Option<int> Number(string name, string description, int usual) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            HelpName = "N",
        };

    /// <summary>Prints a report, and keeps it where that is asked for.</summary>
    public static async Task Write(string report, string? file, TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync(report);
        if (file is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.WriteAllTextAsync(file, report, cancellation);
        }
    }
}
