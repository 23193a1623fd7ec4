using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>simulate</c>: made-up companies answer through the public GraphQL interface of a running server, with a report; or tables
/// are asked.</summary>
internal static class SimulateCommand
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "The server's address; on this machine only.",
            DefaultValueFactory = _ => ServerSettings.DefaultUrls,
            HelpName = "URL",
        };
        var codes = new Option<string?>("--codes") { Description = "Access codes, from invitations export.", HelpName = "FILE" };
        var responses = Settings.Count("--responses", "How many companies answer; all of the file by default.", 1);
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed, the same answers.",
            DefaultValueFactory = _ => 1,
            HelpName = "S",
        };
        var concurrency = Settings.Count("--concurrency", "How many companies answer at the same time.", 1, 16);
        var mode = new Option<LoadMode>("--mode")
        {
            Description =
                "What companies do: journeys (save section by section, then submit), submissions (all in one request), or saves "
                + "(section by section, without submitting).",
            DefaultValueFactory = _ => LoadMode.Journeys,
            HelpName = "journeys|submissions|saves",
        };
        var ledger = new Option<string?>("--ledger")
        {
            Description = "Writes every acknowledged submission to this file.",
            HelpName = "FILE",
        };
        var tables = Settings.Count(
            "--tables",
            "Asks the table by Land and sector so many times instead of answering; needs --token.",
            0,
            0
        );
        var token = new Option<string?>("--token")
        {
            Description = "An economist's or operator's token, for --tables.",
            HelpName = "TOKEN",
        };
        var study = new Option<string>("--study")
        {
            Description = "The study, for --tables.",
            DefaultValueFactory = _ => "pilot-2027",
            HelpName = "ID",
        };
        var (questionnaires, format) = (Settings.Questionnaires(), Settings.Format());
        var command = new Command(
            "simulate",
            "Lets made-up companies answer through GraphQL as a load generator, and reports rate, times and errors."
        )
        {
            url,
            codes,
            responses,
            mode,
            seed,
            concurrency,
            ledger,
            tables,
            token,
            study,
            questionnaires,
            format,
        };
        url.Validators.Add(result =>
        {
            if (
                result.Tokens.Count > 0
                && !(
                    Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var address)
                    && address.IsLoopback
                    && address.Scheme is "http" or "https"
                )
            )
            {
                result.AddError(
                    "--url takes the address of a server on this machine, such as http://127.0.0.1:5080: made-up answers are "
                        + "not sent to others."
                );
            }
        });
        command.Validators.Add(result =>
        {
            var asksTables = result.GetValue(tables) > 0;
            if ((asksTables ? result.GetValue(token) : result.GetValue(codes)) is null)
            {
                result.AddError(asksTables ? "--tables needs --token." : "simulate needs --codes, or --tables with --token.");
            }
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var times = new OperationTimes();
                using var client = new GraphQLClient(new Uri(parsed.GetValue(url)!), parsed.GetValue(concurrency), _patience, times);
                var run = new LoadRun(client, times, parsed.GetValue(questionnaires)!);
                var output = parsed.InvocationConfiguration.Output;

                var wanted =
                    parsed.GetValue(tables) > 0
                        ? []
                        : CodesFile.Read(parsed.GetValue(codes)!).Take(parsed.GetValue(responses) ?? int.MaxValue).ToList();
                RefuseOtherStrata(wanted);

                // Progress goes to the error stream, so that a JSON report stays one document.
                var report = new LoadReport(0, 0, TimeSpan.Zero, [], []);
                await ProgressLine.Show(
                    parsed.InvocationConfiguration.Error,
                    wanted.Count > 0 ? "Access codes used" : "Asking tables",
                    async progress =>
                    {
                        using var book = Ledger.Open(parsed.GetValue(ledger));
                        report =
                            wanted.Count > 0
                                ? await run.Answer(
                                    wanted,
                                    parsed.GetValue(mode),
                                    parsed.GetValue(seed),
                                    parsed.GetValue(concurrency),
                                    book,
                                    progress,
                                    cancellation
                                )
                                : await run.Tables(
                                    parsed.GetValue(study)!,
                                    parsed.GetValue(tables),
                                    parsed.GetValue(token)!,
                                    progress,
                                    cancellation
                                );
                    }
                );
                report.Write(parsed.InvocationConfiguration.Output, parsed.GetValue(format));
                return report.Submitted == wanted.Count || (parsed.GetValue(mode) == LoadMode.Saves && report.Errors.Count == 0)
                    ? ExitCode.Good
                    : ExitCode.Fault;
            }
        );
        return command;
    }

    /// <exception cref="FaultException">Companies cannot be made up from their strata.</exception>
    private static void RefuseOtherStrata(IEnumerable<Invitation> wanted)
    {
        if (wanted.FirstOrDefault(one => !one.Stratum.Codes.Contains(ReportingCell.Separator, StringComparison.Ordinal)) is { } other)
        {
            throw new FaultException(
                $"Companies are made up by Land, sector and size, and the stratum of {other.UnitId} is {other.Stratum}: simulate answers "
                    + "studies whose strata begin with these three."
            );
        }
    }
}
