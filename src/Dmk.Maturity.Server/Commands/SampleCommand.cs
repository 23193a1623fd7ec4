using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>sample draw --study ID --allocation FILE</c>: draws the companies that are asked.</summary>
internal static class SampleCommand
{
    public static Command Draw()
    {
        var study = FrameCommand.Study();
        var file = new Option<string>("--allocation")
        {
            Description = "A YAML file that says how many companies are drawn of each stratum.",
            Required = true,
            HelpName = "FILE",
        };
        var seed = Settings.Count(
            "--seed",
            "The same frame, allocation and seed give the same sample; without it one is drawn and printed.",
            0
        );
        var dryRun = new Option<bool>("--dry-run") { Description = "Prints the allocation; nobody is drawn." };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new FolderCommand(
            "draw",
            "Draws the sample of a study from its frame, once: in each stratum by chance without replacement. A census takes everybody."
        )
        {
            study,
            file,
            seed,
            dryRun,
            data,
            questionnaires,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var path = CommandPlace.FullPath(parsed, parsed.GetValue(file)!);
                var yaml = Text(path);
                return FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        var found = await FolderWork.Study(services, parsed.GetValue(study)!, cancellation);
                        var drawing = services.GetRequiredService<SampleDrawing>();
                        var plan = OrFault(await drawing.Plan(found, yaml, path, cancellation));
                        var output = parsed.InvocationConfiguration.Output;
                        Write(found, plan, output);
                        if (parsed.GetValue(dryRun))
                        {
                            output.WriteLine("Nobody was drawn: --dry-run.");
                            return ExitCode.Good;
                        }

                        var number = parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(1, int.MaxValue);
                        await services
                            .GetRequiredService<AuditLog>()
                            .Around(
                                new(
                                    Actor.CommandLine,
                                    "sample.draw",
                                    found.Id,
                                    string.Create(CultureInfo.InvariantCulture, $"{Counted.Companies(plan.Drawn)}, seed {number}")
                                ),
                                () => drawing.Draw(found, plan, path, number, Actor.CommandLine, cancellation)
                            );
                        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Drawn with seed {number}."));
                        found = await FolderWork.Study(services, found.Id, cancellation);
                        NextStep.Write(await services.GetRequiredService<FieldStates>().Of(found, cancellation), output);
                        return ExitCode.Good;
                    },
                    cancellation
                );
            }
        );
        return command;
    }

    private static string Text(string file)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(file, problems) ?? throw new FaultException(string.Join(Environment.NewLine, problems));
    }

    private static SamplePlan OrFault(Parsed<SamplePlan> reading) =>
        reading.Value ?? throw new FaultException(string.Join(Environment.NewLine, reading.Problems));

    private static void Write(Study study, SamplePlan plan, TextWriter output)
    {
        output.WriteLine(string.Join(ReportingCell.Separator, study.Design.Population.Strata.Select(variable => variable.Id)));
        foreach (var stratum in plan.Strata)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{stratum.Cell, -32} {stratum.Sampled, 7} of {stratum.Population, 9}")
            );
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SamplePlan.Word(plan.Method)}: {plan.Drawn} of {Counted.Companies(plan.Strata.Sum(stratum => stratum.Population))}"
            )
        );
        var without = plan.Strata.Count(stratum => stratum.Sampled == 0);
        if (without > 0)
        {
            output.WriteLine(
                $"{Counted.Of(without, "stratum gets", "strata get")} nobody: companies of such are in the population, and only merged "
                    + "weighting classes stand for them."
            );
        }
    }
}
