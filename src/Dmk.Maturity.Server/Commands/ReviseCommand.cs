using System.CommandLine;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Server;

/// <summary><c>study revise ID PATH</c>: publishes a further questionnaire version into a study.</summary>
internal static class ReviseCommand
{
    public static Command Create()
    {
        var id = StudyCommands.StudyId();
        var path = new Argument<string>("PATH") { Description = "The further version: a questionnaire file, or a folder with one." };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new FolderCommand(
            "revise",
            "Publishes a further version of its questionnaire into a study. Responses that have not been "
                + "begun are asked it; drafts go over to it where the changes let them."
        )
        {
            id,
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
                        var study = await FolderWork.Study(services, parsed.GetValue(id)!, cancellation);
                        var revised = await services
                            .GetRequiredService<AuditLog>()
                            .Around(
                                new(Actor.CommandLine, "study.revise", study.Id, null),
                                () => services.GetRequiredService<FieldWork>().Revise(study.Id, file.Source, cancellation),
                                done => $"{done.Study.Questionnaire.Id} {done.Study.Questionnaire.Version}"
                            );
                        DiffCommand.Write(revised.Diff, parsed.InvocationConfiguration.Output);
                        parsed.InvocationConfiguration.Output.WriteLine(
                            $"{study.Id} asks {revised.Study.Questionnaire.Id} "
                                + $"{revised.Study.Questionnaire.Version}: {revised.Study.Questionnaire.Hash}"
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
