using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What all commands have in common that read a result of a study and write it.</summary>
internal static class ResultReading
{
    /// <summary>A command that writes lines for people, CSV or JSON, as <c>--format</c> says.</summary>
    public static Command InFormats<T>(
        ResultOptions options,
        FolderCommand command,
        Func<ParseResult, StudyResults, ResultRequest, CancellationToken, Task<T>> read,
        ResultWriting<T> writing
    )
        where T : Result =>
        Reading(
            options,
            options.InFormats(options.On(command)),
            async (parsed, results, request, cancellation) =>
                writing.Of(await read(parsed, results, request, cancellation), options.FormatOf(parsed), options.LanguageOf(parsed))
        );

    /// <summary>Ids as people type them, parted by commas; null where none were given.</summary>
    public static string[]? Ids(string? typed) => typed?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Command Reading(
        ResultOptions options,
        Command command,
        Func<ParseResult, StudyResults, ResultRequest, CancellationToken, Task<string>> read
    )
    {
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    options.Server(parsed),
                    async services =>
                    {
                        var request = await options.Request(parsed, services, cancellation);
                        try
                        {
                            var text = await read(parsed, services.GetRequiredService<StudyResults>(), request, cancellation);
                            await parsed.InvocationConfiguration.Output.WriteAsync(text);
                        }
                        catch (Exception exception) when (exception is ResultRequestException or NotPermittedException or NoDonorException)
                        {
                            throw new FaultException(exception.Message, exception);
                        }

                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }
}
