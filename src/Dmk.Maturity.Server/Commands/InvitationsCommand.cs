using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>invitations export</c>: access codes for the letters.</summary>
internal static class InvitationsCommand
{
    public static Command Create()
    {
        var study = new Option<string>("--study")
        {
            Description = "The study's id.",
            Required = true,
            HelpName = "ID",
        };
        var count = Settings.Count("--count", "For how many companies that have not submitted, in the sample's order; all by default.", 1);
        var file = new Option<string>("--out")
        {
            Description = "The CSV file to write; it must not exist.",
            Required = true,
            HelpName = "FILE",
        };
        var reissue = new Option<bool>("--reissue")
        {
            Description = "Also for companies that have a letter: the code in it ends, and so do sessions begun with it.",
        };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new FolderCommand(
            "export",
            "Issues access codes to companies that have no letter yet and writes them in clear, which nothing else does. They are in force "
                + "once the file is on the disk; an export that is interrupted changes nothing."
        )
        {
            study,
            count,
            file,
            reissue,
            data,
            questionnaires,
        };
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        var found = await FolderWork.Study(services, parsed.GetValue(study)!, cancellation);
                        NextStep.RefuseUndrawn(await services.GetRequiredService<FieldStates>().Of(found, cancellation));
                        var id = found.Id;
                        var export = new CodesExport(
                            services.GetRequiredService<CodeIssue>(),
                            id,
                            CommandPlace.FullPath(parsed, parsed.GetValue(file)!),
                            parsed.InvocationConfiguration.Output
                        );
                        var recipients = parsed.GetValue(reissue) ? Recipients.All : Recipients.WithoutLetter;
                        return await services
                            .GetRequiredService<AuditLog>()
                            .Around(
                                new(Actor.CommandLine, parsed.GetValue(reissue) ? "codes.reissue" : "codes.issue", id, null),
                                () => export.Run(parsed.GetValue(count) ?? int.MaxValue, recipients, cancellation),
                                _ => Counted.Of(export.InForce, "code")
                            );
                    },
                    cancellation
                )
        );
        return command;
    }
}
