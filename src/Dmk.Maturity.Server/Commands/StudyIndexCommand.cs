using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>study index add ID PATH</c>: a new version of one of a study's index models, or one more.</summary>
internal static class StudyIndexCommand
{
    public static Command Add()
    {
        var id = StudyCommands.StudyId();
        var path = new Argument<string>("PATH") { Description = "The index model: its file, or a folder with an index.yaml." };
        var command = new FolderCommand(
            "add",
            "Adds an index model to a study that has been published: a new version of one of its own, or one more. Responses collected so "
                + "far are scored under it; stopping before the end loses nothing."
        )
        {
            id,
            path,
        };
        command.Does(
            parsed => StudyFolder.Index(CommandPlace.FullPath(parsed, parsed.GetValue(path)!)),
            (parsed, yaml, services, cancellation) =>
                Run(services, parsed.GetValue(id)!, yaml, parsed.InvocationConfiguration.Output, cancellation)
        );
        return command;
    }

    /// <summary>One line of how far an added index model is.</summary>
    public static string Line(AddedIndex added) =>
        $"{added.Name}: {FormattableString.Invariant($"{added.Scored}")} of {Counted.Of(added.Of, "response")} scored"
        + (added.IsFinished ? "" : ", not to be asked for yet");

    private static async Task<int> Run(IServiceProvider services, string id, string yaml, TextWriter output, CancellationToken cancellation)
    {
        var study = await FolderWork.Study(services, id, cancellation);
        var added = await services
            .GetRequiredService<AuditLog>()
            .Around(
                new(Actor.CommandLine, "index.add", study.Id, null),
                () => services.GetRequiredService<FieldWork>().AddIndex(study.Id, yaml, cancellation),
                done => VersionedId.Of(done.Model).ToString()
            );
        var name = VersionedId.Of(added.Model);
        output.WriteLine($"{study.Id} has the index model {name}: {added.Model.Hash}");
        var rescoring = services.GetRequiredService<Rescoring>();
        await rescoring.Finish(study.Id, new Lines(name, output), cancellation);
        foreach (var one in (await rescoring.Of(added.Study, cancellation)).Where(one => one.Name == name))
        {
            output.WriteLine(Line(one));
        }

        return ExitCode.Good;
    }

    /// <summary>Written where it is told, in its order.</summary>
    private sealed class Lines(VersionedId name, TextWriter output) : IProgress<IReadOnlyList<AddedIndex>>
    {
        public void Report(IReadOnlyList<AddedIndex> value)
        {
            foreach (var one in value.Where(one => one.Name == name && !one.IsFinished))
            {
                output.WriteLine(Line(one));
            }
        }
    }
}
