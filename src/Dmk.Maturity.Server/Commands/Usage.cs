using System.CommandLine;
using System.CommandLine.Parsing;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>What is wrong with a command line, in sentences that say what to type instead of the parser's own.</summary>
internal static class Usage
{
    public static IReadOnlyList<string> Mistakes(ParseResult parsed) =>
        Unknown(parsed) is { } unknown ? [unknown] : [.. parsed.Errors.Select(error => Missing(error) ?? error.Message)];

    /// <summary>The command's words as they are typed, without the program's own; empty for the program itself.</summary>
    public static string Name(SymbolResult command) =>
        command is CommandResult { Parent: CommandResult above } below ? $"{Name(above)} {below.Command.Name}".TrimStart() : "";

    /// <summary>Where a command was expected and another word stands, or none: the words behind it mean nothing then.</summary>
    private static string? Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0)
        {
            return null;
        }

        var name = Name(parsed.CommandResult);
        string[] known = [.. command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name)];
        var there = $"There are: {string.Join(", ", known)}.";
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            var typed = $"{name} {word}".TrimStart();
            return word.StartsWith('-') ? null
                : NearMiss.Of(word, known) is { } near ? $"There is no command '{typed}'. Did you mean '{near}'? {there}"
                : $"There is no command '{typed}'. {there}";
        }

        return name.Length > 0 ? $"'{name}' needs a further word. {there}" : null;
    }

    private static string? Missing(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens: [], Argument: var argument, Parent: CommandResult command }
            ? $"{argument.Name} is missing: type '{Name(command)} {Arguments(command.Command)}'."
            : null;

    private static string Arguments(Command command) => string.Join(' ', command.Arguments.Select(argument => argument.Name));
}
