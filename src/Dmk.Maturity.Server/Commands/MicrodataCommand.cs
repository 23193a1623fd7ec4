using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>microdata export</c>: the companies behind the tables, under pseudonyms, for whoever recomputes them.</summary>
internal static class MicrodataCommand
{
    private const int ShortestPurpose = 10;
    private const int LongestPurpose = 200;

    public static Command Create()
    {
        var id = StudyCommands.StudyId();
        var purpose = new Option<string>("--purpose")
        {
            Description = "What the file is for, in a sentence; it stands in the audit log.",
            Required = true,
            HelpName = "TEXT",
        };
        var file = new Option<string>("--out")
        {
            Description = "The CSV file to write; it must not exist.",
            Required = true,
            HelpName = "FILE",
        };
        var totals = new Option<string?>("--totals")
        {
            Description = "A further file: the counts of the frame to which the study calibrates its weights.",
            HelpName = "FILE",
        };
        var index = new Option<string?>("--index") { Description = "An index of the study; its first one by default.", HelpName = "ID" };
        var answers = new Option<bool>("--answers") { Description = "Also the answers in the codes of the codebook, without free text." };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        purpose.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>()?.Trim() is not { Length: >= ShortestPurpose and <= LongestPurpose })
            {
                given.AddError($"--purpose says what the file is for, in {ShortestPurpose} to {LongestPurpose} characters.");
            }
        });
        var command = new FolderCommand(
            "export",
            "Writes one line for each company that has answered: pseudonym, stratum, weighting class, weight and scores. The file holds "
                + "what tables withhold; keep it as you keep the answers."
        )
        {
            id,
            purpose,
            file,
            totals,
            index,
            answers,
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
                        var whole = await FolderWork.Study(services, parsed.GetValue(id)!, cancellation);
                        var study = whole.Under(parsed.GetValue(index));
                        var export = new MicrodataExport(
                            services.GetRequiredService<Microdata>(),
                            study,
                            ModelOf(study, parsed.GetValue(index)),
                            parsed.GetValue(answers) ? MicrodataContent.ScoresAndAnswers : MicrodataContent.Scores
                        )
                        {
                            Out = CommandPlace.FullPath(parsed, parsed.GetValue(file)!),
                            Totals = parsed.GetValue(totals) is { } typed ? CommandPlace.FullPath(parsed, typed) : null,
                        };
                        export.Check();
                        var why = parsed.GetValue(purpose)!.Trim();
                        var written = await services
                            .GetRequiredService<AuditLog>()
                            .Around(
                                new(Actor.CommandLine, "microdata.export", study.Id, why),
                                () => export.Run(parsed.InvocationConfiguration.Error, cancellation),
                                companies => $"{Counted.Companies(companies)}, {export}: {why}"
                            );
                        parsed.InvocationConfiguration.Output.WriteLine(
                            $"{Counted.Companies(written)} written to {export.Out}. Keep this file as you keep the answers."
                        );
                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static int ModelOf(Study study, string? index) =>
        index is null
            ? 0
            : study.Indices.Index().Where(one => VersionedId.Of(one.Item).IsNamed(index)).Select(one => (int?)one.Index).FirstOrDefault()
                ?? throw new FaultException(
                    $"The study {study.Id} has no index '{index}'. It has {string.Join(", ", study.Indices.Select(one => one.Id))}."
                );
}
