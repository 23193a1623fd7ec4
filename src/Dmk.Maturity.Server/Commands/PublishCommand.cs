using System.CommandLine;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire publish PATH</c>: freezes a version under its number and content hash.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one." };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new FolderCommand(
            "publish",
            "Freezes a questionnaire version in the data folder. The same content again changes "
                + "nothing; other content needs a higher number."
        )
        {
            path,
            data,
            questionnaires,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var file = QuestionnaireFile.Read(CommandPlace.FullPath(parsed, parsed.GetValue(path)!));
                return await FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        var published = await services
                            .GetRequiredService<AuditLog>()
                            .Around(
                                new(Actor.CommandLine, "questionnaire.publish", null, null),
                                () => services.GetRequiredService<FieldWork>().Publish(file.Source, cancellation),
                                done => $"{done.Id} {done.Version}"
                            );
                        parsed.InvocationConfiguration.Output.WriteLine(
                            $"{published.Id} {published.Version} is published: {published.Hash}"
                        );
                        return ExitCode.Good;
                    },
                    cancellation
                );
            }
        );
        return command;
    }
}
