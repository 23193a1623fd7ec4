using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>study publish PATH</c>: freezes questionnaire, index models and study of a folder.</summary>
internal static class StudyPublishCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A folder with study.yaml, or that file." };
        var synthetic = new Option<bool>("--synthetic")
        {
            Description = "The companies are going to be made up; every page and result says so.",
        };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new FolderCommand(
            "publish",
            "Freezes a study with its questionnaire and index models in the data folder, which is made where there is none. The same "
                + "again changes nothing."
        )
        {
            path,
            synthetic,
            data,
            questionnaires,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var folder = CommandPlace.FullPath(parsed, parsed.GetValue(path)!);
                var files = StudyFolder.Read(folder, parsed.GetValue(synthetic) ? Origin.Synthetic : Origin.Real);
                if (CommandPlace.Of(parsed).Server is null)
                {
                    Directory.CreateDirectory(parsed.GetValue(data)!);
                }

                return await FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    services => Publish(services, files, parsed.InvocationConfiguration.Output, cancellation),
                    cancellation
                );
            }
        );
        return command;
    }

    private static async Task<int> Publish(IServiceProvider services, StudyFiles files, TextWriter output, CancellationToken cancellation)
    {
        var before = (await services.GetRequiredService<Catalogue>().Studies(cancellation)).Select(one => one.Id).ToHashSet();
        var study = await services
            .GetRequiredService<AuditLog>()
            .Around(
                new(Actor.CommandLine, "study.publish", null, null),
                () =>
                    services
                        .GetRequiredService<FieldWork>()
                        .Publish(files.Questionnaire, files.Indices, files.Study, files.Frame, files.Origin, cancellation),
                done => done.Id
            );
        output.WriteLine(
            before.Contains(study.Id)
                ? $"{study.Id} has been published with this content already; nothing has changed."
                : $"{study.Id} is published: {study.Design.Hash}"
        );
        output.WriteLine($"asks {study.Questionnaire.Id} {study.Questionnaire.Version}: {study.Questionnaire.Hash}");
        foreach (var model in study.Indices)
        {
            output.WriteLine($"computes {model.Id} {model.Version}: {model.Hash}");
        }

        NextStep.Write(await services.GetRequiredService<FieldStates>().Of(study, cancellation), output);
        return ExitCode.Good;
    }
}
