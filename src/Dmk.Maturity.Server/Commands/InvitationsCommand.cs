using System.CommandLine;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Server;

/// <summary><c>invitations export</c>: fresh access codes for the letters.</summary>
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
        var count = Settings.Count("--count", "For how many companies that have not submitted, in the sample's order.", 1, int.MaxValue);
        var file = new Option<string>("--out")
        {
            Description = "The CSV file to write; it must not exist.",
            Required = true,
            HelpName = "FILE",
        };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new Command(
            "export",
            "Issues fresh access codes and writes them in clear, which nothing else does; earlier codes of these companies end."
        )
        {
            study,
            count,
            file,
            data,
            questionnaires,
        };
        command.SetAction(
            (parsed, cancellation) =>
                OfflineWork.Run(
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        var id = (await OfflineWork.Study(services, parsed.GetValue(study)!, cancellation)).Id;

                        // The file comes first: codes that cannot be written down would be lost, and the earlier ones gone.
                        await using var codes = CodesFile.Create(parsed.GetValue(file)!);
                        var invitations = await services
                            .GetRequiredService<FieldWork>()
                            .IssueCodes(id, parsed.GetValue(count), cancellation);
                        await CodesFile.Write(codes, invitations, cancellation);
                        parsed.InvocationConfiguration.Output.WriteLine(
                            $"{invitations.Count} codes written to "
                                + $"{Path.GetFullPath(parsed.GetValue(file)!)}. Keep this file as you keep the answers."
                        );
                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }
}
