using System.CommandLine;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Storage;
using Microsoft.AspNetCore.Connections;

namespace Dmk.Maturity.Server;

/// <summary>The command line: what there is to do, and how every mistake ends in one sentence and an exit code.</summary>
public static partial class CommandLine
{
    /// <summary>Set to 1, this environment variable shows where in the program an unexpected error arose.</summary>
    private const string Diagnostics = "DMK_DIAGNOSTICS";

    /// <returns>0 good, 1 the input is at fault, 2 usage.</returns>
    public static Task<int> Run(string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellation) =>
        Run(
            new CommandPlace
            {
                Arguments = arguments,
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,

                // Longer than a server takes to go (Drain): it is the server that ends its requests, not this.
                ProcessTerminationTimeout = Drain.WholeStop + TimeSpan.FromSeconds(5),
            },
            cancellation
        );

    /// <summary>Within a server only what works on its data folder is run, and an unexpected error is the server's to log.</summary>
    internal static async Task<int> Run(CommandPlace place, CancellationToken cancellation)
    {
        ParseResult parsed;
        try
        {
            parsed = Parsed(place.Arguments);
        }
        catch (InvalidOperationException exception)
        {
            // The parser says so when a check of ours looks at a value that is not of its type.
            return Misused([exception.Message], place.Error);
        }

        place.Name = Usage.Name(parsed.CommandResult);
        if (parsed.Errors.Count > 0)
        {
            return Misused(Usage.Mistakes(parsed), place.Error);
        }

        if (place.Server is not null && parsed.CommandResult.Command is not FolderCommand)
        {
            return Misused(["This is no command that works on the data folder of a running server."], place.Error);
        }

        return await Run(parsed, place, cancellation);
    }

    /// <summary>Each argument means itself: <c>@name</c> is no file with more of them, as it might be for the parser.</summary>
    private static ParseResult Parsed(IReadOnlyList<string> arguments) =>
        Root().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    private static async Task<int> Run(ParseResult parsed, CommandPlace place, CancellationToken cancellation)
    {
        var errors = place.Error;
        try
        {
            return await parsed.InvokeAsync(place, cancellation);
        }
        catch (Exception exception)
            when (exception is FaultException or DataFolderException or PublicationException or PartitionMissingException)
        {
            errors.WriteLine(exception.Message);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            errors.WriteLine($"{exception.Message} Another server is running there; stop it, or choose another address with --urls.");
        }
        catch (IOException exception)
        {
            errors.WriteLine(
                $"A file or the output cannot be written or read: {exception.Message.TrimEnd('.')}. Look at the free space of its disk."
            );
        }
        catch (SocketException exception)
        {
            errors.WriteLine($"The address cannot be listened on: {exception.Message}. Choose one of this machine with --urls.");
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Interrupted.");
        }
        catch (Exception exception) when (place.Server is null && Environment.GetEnvironmentVariable(Diagnostics) != "1")
        {
            errors.WriteLine(
                $"This should not have happened ({exception.GetType().Name}): {exception.Message} Run again with "
                    + $"{Diagnostics}=1 to see where, and report it."
            );
        }

        return ExitCode.Fault;
    }

    private static int Misused(IEnumerable<string> mistakes, TextWriter errors)
    {
        foreach (var mistake in mistakes)
        {
            errors.WriteLine(NoNumber().Replace(mistake, Number));
        }

        errors.WriteLine("Use --help to see what there is.");
        return ExitCode.Usage;
    }

    /// <summary>What the parser says of a word that is no number names its own types, which say nothing to who typed it.</summary>
    private static string Number(Match mistake)
    {
        var kind = mistake.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "a whole number" : "a number";
        return $"{mistake.Groups["option"].Value} is {kind}, not '{mistake.Groups["typed"].Value}'.";
    }

    [GeneratedRegex(
        "Cannot parse argument '(?<typed>.*)' for option '(?<option>.*)' as expected type '(?<type>.*(?:Int32|Int64|Double).*)'\\.",
        RegexOptions.Singleline
    )]
    private static partial Regex NoNumber();

    private static RootCommand Root()
    {
        var root = new RootCommand(
            "Digital maturity of companies: survey, indices by Land and sector, GraphQL and pages. Without a command it serves."
        );
        ServeCommand.AddTo(root);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(
            new Command("questionnaire", "Questionnaires, index models and studies as files.")
            {
                NewCommand.Create(),
                CheckCommand.Create(),
                TestCommand.Create(),
                ScoreCommand.Create(),
                CodebookCommand.Create(),
                PreviewCommand.Create(),
                PrintCommand.Create(),
                BurdenCommand.Create(),
                DiffCommand.Create(),
                ExplainCommand.Create(),
                SchemaCommand.Create(),
                PublishCommand.Create(),
            }
        );
        root.Subcommands.Add(
            new Command("classification", "Code lists that questionnaires and studies share.")
            {
                ClassificationCommand.List(),
                ClassificationCommand.Search(),
            }
        );
        root.Subcommands.Add(
            new Command("study", "The life of a study.")
            {
                StudyPublishCommand.Create(),
                StudyCommands.Open(),
                StudyCommands.Show(),
                StudyCommands.Close(),
                ReviseCommand.Create(),
                new Command("index", "Index models that come after a study was published.") { StudyIndexCommand.Add() },
                StudyCommands.Status(),
                WeightsCommand.Weights(),
            }
        );
        root.Subcommands.Add(new Command("frame", "The companies from which a sample is drawn.") { FrameCommand.Import() });
        root.Subcommands.Add(new Command("sample", "The companies that are asked.") { SampleCommand.Draw() });
        root.Subcommands.Add(
            new Command("result", "Results of a study, as its pages show them.")
            {
                ResultCommand.Table(),
                CompareCommand.Laender(),
                FurtherResults.Profile(),
                FurtherResults.Sensitivity(),
                FurtherResults.SmallAreas(),
                TrendCommand.Waves(),
                InstrumentCommand.Instrument(),
            }
        );
        root.Subcommands.Add(new Command("microdata", "The companies behind the tables, under pseudonyms.") { MicrodataCommand.Create() });
        root.Subcommands.Add(EstimateCommand.Create());
        root.Subcommands.Add(SmallAreasCommand.Create());
        root.Subcommands.Add(new Command("invitations", "Access codes for companies.") { InvitationsCommand.Create() });
        root.Subcommands.Add(
            new Command("token", "Tokens of people who work with results.")
            {
                TokenCommand.Create(),
                TokenListCommand.List(),
                TokenListCommand.Revoke(),
            }
        );
        root.Subcommands.Add(new Command("audit", "What staff did.") { AuditCommand.List() });
        root.Subcommands.Add(CompositeCommand.Create());
        root.Subcommands.Add(SimulateCommand.Create());
        root.Subcommands.Add(BackupCommands.Backup());
        root.Subcommands.Add(BackupCommands.Restore());
        root.Subcommands.Add(VerifyCommand.Create());
        return root;
    }
}
