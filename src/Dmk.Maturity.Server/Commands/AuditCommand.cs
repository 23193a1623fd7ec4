using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Server;

/// <summary><c>audit list</c>: what operators and administrators did, and who signed in to read results.</summary>
internal static class AuditCommand
{
    private const int Page = 1_000;

    public static Command List()
    {
        var study = new Option<string?>("--study") { Description = "Only what was done to this study.", HelpName = "ID" };
        var since = Since();
        var (data, questionnaires, format) = (Settings.Data(), Settings.Questionnaires(), Settings.Format());
        var command = new FolderCommand("list", "Lists what staff did, the oldest first.") { study, since, data, questionnaires, format };
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        var log = services.GetRequiredService<AuditLog>();
                        var write =
                            parsed.GetValue(format) == OutputFormat.Json
                                ? Json(parsed.InvocationConfiguration.Output)
                                : Table(parsed.InvocationConfiguration.Output);
                        IReadOnlyList<AuditEntry> page = [];
                        do
                        {
                            page = await log.Read(
                                page.Count == 0 ? 0 : page[^1].Number,
                                Page,
                                parsed.GetValue(study),
                                parsed.GetValue(since),
                                cancellation
                            );
                            write(page);
                        } while (page.Count == Page);

                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Option<DateTimeOffset?> Since() =>
        new("--since")
        {
            Description = "Only from then on: a day as in 2027-03-15, or a moment as in 2027-03-15T09:30Z. Without a zone it is UTC.",
            HelpName = "TIME",
            CustomParser = result =>
            {
                var typed = result.Tokens[^1].Value;
                if (
                    DateTimeOffset.TryParse(
                        typed,
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                        out var time
                    )
                )
                {
                    return time;
                }

                result.AddError($"--since is a day as in 2027-03-15 or a moment as in 2027-03-15T09:30Z, not '{typed}'.");
                return null;
            },
        };

    /// <summary>One JSON object a line, so that a long log needs no more memory than a short one.</summary>
    private static Action<IReadOnlyList<AuditEntry>> Json(TextWriter output) =>
        page =>
        {
            foreach (var action in page)
            {
                output.WriteLine(
                    JsonSerializer.Serialize(
                        new
                        {
                            number = action.Number,
                            at = action.At,
                            actor = action.Actor,
                            action = action.Action,
                            study = action.Study,
                            subject = action.Subject,
                            outcome = action.Outcome,
                        }
                    )
                );
            }
        };

    private static Action<IReadOnlyList<AuditEntry>> Table(TextWriter output)
    {
        Line(output, "number", "at", "outcome", "action", "study", "actor", "subject");
        return page =>
        {
            foreach (var action in page)
            {
                Line(
                    output,
                    action.Number.ToString(CultureInfo.InvariantCulture),
                    FormattableString.Invariant($"{action.At:u}"),
                    action.Outcome,
                    action.Action,
                    action.Study ?? "-",
                    TokenListCommand.OnOneLine(action.Actor),
                    action.Subject ?? "-"
                );
            }
        };
    }

    private static void Line(TextWriter output, params string[] of) =>
        output.WriteLine($"{of[0], 8}  {of[1], -20}  {of[2], -7}  {of[3], -22}  {of[4], -20}  {of[5], -34}  {of[6]}");
}
