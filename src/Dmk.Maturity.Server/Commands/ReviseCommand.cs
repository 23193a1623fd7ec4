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
        var command = new FolderCommand(
            "revise",
            "Publishes a further version of its questionnaire into a study. Responses that have not been "
                + "begun are asked it; drafts go over to it where the changes let them."
        )
        {
            id,
            path,
        };
        command.Does(
            parsed => QuestionnaireFile.Read(CommandPlace.FullPath(parsed, parsed.GetValue(path)!)),
            (parsed, file, services, cancellation) =>
                Run(services, parsed.GetValue(id)!, file.Source, parsed.InvocationConfiguration.Output, cancellation)
        );
        return command;
    }

    private static async Task<int> Run(
        IServiceProvider services,
        string id,
        string source,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var study = await FolderWork.Study(services, id, cancellation);
        var revised = await services
            .GetRequiredService<AuditLog>()
            .Around(
                new(Actor.CommandLine, "study.revise", study.Id, null),
                () => services.GetRequiredService<FieldWork>().Revise(study.Id, source, cancellation),
                done => $"{done.Study.Questionnaire.Id} {done.Study.Questionnaire.Version}"
            );
        DiffCommand.Write(revised.Diff, output);
        output.WriteLine(
            $"{study.Id} asks {revised.Study.Questionnaire.Id} {revised.Study.Questionnaire.Version}: {revised.Study.Questionnaire.Hash}"
        );
        return ExitCode.Good;
    }
}
