using System.CommandLine;
using System.Globalization;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>frame import FILE --study ID</c>: the companies from which the sample is drawn.</summary>
internal static class FrameCommand
{
    public static Command Import()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A CSV file with the columns unit, the study's strata (or wz, persons), name, address, previous.VARIABLE.",
        };
        var study = Study();
        var dryRun = new Option<bool>("--dry-run") { Description = "Looks through the file and stores nothing." };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new FolderCommand(
            "import",
            "Takes the frame of a study from a file: all of it, or nothing where a line is wrong. Until the sample is drawn a further "
                + "import replaces it."
        )
        {
            file,
            study,
            dryRun,
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
                        var output = parsed.InvocationConfiguration.Output;
                        var path = CommandPlace.FullPath(parsed, parsed.GetValue(file)!);
                        var table = services.GetRequiredService<FrameImport>().Check(found, At(path));
                        if (table.Mistakes.Count > 0)
                        {
                            Write(table, path, parsed.InvocationConfiguration.Error);
                            return ExitCode.Fault;
                        }

                        Write(found, table, output);
                        if (parsed.GetValue(dryRun))
                        {
                            output.WriteLine("Nothing was stored: --dry-run.");
                            return ExitCode.Good;
                        }

                        await Store(services, found, table, output, cancellation);
                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }

    public static Option<string> Study() =>
        new("--study")
        {
            Description = "The study's id.",
            Required = true,
            HelpName = "ID",
        };

    private static FrameFile At(string path) =>
        File.Exists(path)
            ? new(Path.GetFileName(path), () => ReadableFile.Open(path))
            : throw new FaultException($"There is no file {path}.");

    private static void Write(FrameTable table, string path, TextWriter errors)
    {
        foreach (var mistake in table.Mistakes)
        {
            errors.WriteLine($"{path}: {mistake}");
        }

        if (table.MoreMistakes > 0)
        {
            errors.WriteLine($"... and {Counted.Of(table.MoreMistakes, "more mistake")}.");
        }

        errors.WriteLine("Nothing was stored.");
    }

    private static void Write(Study study, FrameTable table, TextWriter output)
    {
        foreach (var said in table.Said)
        {
            output.WriteLine(said);
        }

        output.WriteLine(string.Join(ReportingCell.Separator, study.Design.Population.Strata.Select(variable => variable.Id)));
        foreach (var stratum in table.Strata)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stratum.Cell, -32} {stratum.Population, 9}"));
        }

        output.WriteLine(
            $"{Counted.Companies(table.Units)} in {Counted.Of(table.Strata.Count, "stratum", "strata")}; {table.File} {table.Hash}"
        );
    }

    private static async Task Store(
        IServiceProvider services,
        Study study,
        FrameTable table,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        long? before = null;
        await services
            .GetRequiredService<AuditLog>()
            .Around(
                new(Actor.CommandLine, "frame.import", study.Id, null),
                async () =>
                    before = await services
                        .GetRequiredService<FrameImport>()
                        .Store(study, table, Actor.CommandLine, new Progress<(int, int)>(), cancellation),
                _ => Counted.Companies(table.Units)
            );
        output.WriteLine(
            before is { } earlier
                ? $"The frame of {study.Id} is stored in the place of the earlier one of {Counted.Companies(earlier)}."
                : $"The frame of {study.Id} is stored."
        );
        study = await FolderWork.Study(services, study.Id, cancellation);
        NextStep.Write(await services.GetRequiredService<FieldStates>().Of(study, cancellation), output);
    }
}
