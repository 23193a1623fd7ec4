using System.CommandLine;

namespace Dmk.Maturity.Server;

/// <summary>Where a command runs: what was typed in which folder, and whether within the server that holds the data folder.</summary>
internal sealed class CommandPlace : InvocationConfiguration
{
    /// <summary>As typed, without the program's name.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The full path of the folder in which it was typed, where relative paths begin; null is this process's own.</summary>
    public string? Folder { get; init; }

    /// <summary>Those of the running server; null where the command is a process of its own.</summary>
    public IServiceProvider? Server { get; init; }

    /// <summary>The words that name the command, as in <c>study publish</c>, once they are known; nothing that may be secret.</summary>
    public string Name { get; set; } = "";

    public static CommandPlace Of(ParseResult parsed) => (CommandPlace)parsed.InvocationConfiguration;

    /// <returns>The full path of a file as its author typed it.</returns>
    public static string FullPath(ParseResult parsed, string typed) =>
        Of(parsed).Folder is { } folder ? Path.GetFullPath(typed, folder) : Path.GetFullPath(typed);
}
