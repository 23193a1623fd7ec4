using System.CommandLine;

namespace Dmk.Maturity.Server;

/// <summary>A command that works on a data folder: in a process of its own, or within the server that holds the folder.</summary>
/// <remarks>Files that it names are found with <see cref="CommandPlace.FullPath"/>: a server has a current folder of its own.</remarks>
internal sealed class FolderCommand(string name, string description) : Command(name, description)
{
    /// <summary>Says what it does with what is in the folder, and asks for the folder and for the questionnaires.</summary>
    /// <param name="work">From what was typed to the exit code.</param>
    public void Does(Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work) =>
        Does(_ => true, (parsed, _, services, cancellation) => work(parsed, services, cancellation));

    /// <param name="first">Reads what the command names before the folder is opened: nobody waits for a folder to be told of a file that is
    /// not there.</param>
    /// <param name="work">From what was typed and what was read to the exit code.</param>
    /// <inheritdoc cref="Does(Func{ParseResult, IServiceProvider, CancellationToken, Task{int}})"/>
    public void Does<T>(Func<ParseResult, T> first, Func<ParseResult, T, IServiceProvider, CancellationToken, Task<int>> work)
    {
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        Options.Add(data);
        Options.Add(questionnaires);
        SetAction(
            (parsed, cancellation) =>
            {
                var read = first(parsed);
                return FolderWork.Run(
                    parsed,
                    new(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    services => work(parsed, read, services, cancellation),
                    cancellation
                );
            }
        );
    }
}
