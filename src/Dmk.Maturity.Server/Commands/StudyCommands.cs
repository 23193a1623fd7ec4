using System.CommandLine;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>study open | show | close | status</c>.</summary>
internal static class StudyCommands
{
    public static Command Open() => Changing("open", "Lets companies answer.", (field, id, cancellation) => field.Open(id, cancellation));

    public static Command Close() => Changing("close", "Ends answering.", (field, id, cancellation) => field.Close(id, cancellation));

    public static Command Show()
    {
        var id = StudyId();
        var command = new FolderCommand("show", "Lets readers see all answers now that may be seen.") { id };
        command.Does(
            async (parsed, services, cancellation) =>
            {
                var study = await FolderWork.Study(services, parsed.GetValue(id)!, cancellation);
                var progress = new ShownProgress(0, 0, 0);
                await FolderWork.Audited(
                    services,
                    new(Actor.CommandLine, "result.show", study.Id, null),
                    async () => progress = await services.GetRequiredService<StudyResults>().Show(study, cancellation)
                );
                parsed.InvocationConfiguration.Output.WriteLine(
                    FormattableString.Invariant(
                        $"{study.Id}: readers see {progress.Shown} of {Counted.Companies(progress.Answered)} (state {progress.State})."
                    )
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    public static Command Status()
    {
        var (id, format) = (StudyId(), Settings.Format());
        var command = new FolderCommand("status", "Phase and response of a study, by Land.") { id, format };
        command.Does(
            (parsed, services, cancellation) =>
                Report(services, parsed.GetValue(id)!, parsed.GetValue(format), parsed.InvocationConfiguration.Output, cancellation)
        );
        return command;
    }

    private static FolderCommand Changing(string name, string description, Func<FieldWork, string, CancellationToken, Task> change)
    {
        var id = StudyId();
        var command = new FolderCommand(name, description) { id };
        command.Does(
            async (parsed, services, cancellation) =>
            {
                var study = await FolderWork.Study(services, parsed.GetValue(id)!, cancellation);
                if (name == "open")
                {
                    NextStep.RefuseUndrawn(await services.GetRequiredService<FieldStates>().Of(study, cancellation));
                }

                await FolderWork.Audited(
                    services,
                    new(Actor.CommandLine, $"study.{name}", study.Id, null),
                    () => change(services.GetRequiredService<FieldWork>(), study.Id, cancellation)
                );
                study = await FolderWork.Study(services, study.Id, cancellation);
                parsed.InvocationConfiguration.Output.WriteLine($"{study.Id}: {Words(study.Phase)}");
                NextStep.Write(
                    await services.GetRequiredService<FieldStates>().Of(study, cancellation),
                    parsed.InvocationConfiguration.Output
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    public static Argument<string> StudyId() => new("ID") { Description = "The study's id, as in its study.yaml." };

    private static async Task<int> Report(
        IServiceProvider services,
        string id,
        OutputFormat format,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        var study = await FolderWork.Study(services, id, cancellation);
        var state = await services.GetRequiredService<FieldStates>().Of(study, cancellation);
        var added = await services.GetRequiredService<Rescoring>().Of(study, cancellation);
        var progress = (await services.GetRequiredService<StudyResults>().Progress(study, cancellation)).Laender;
        if (format == OutputFormat.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        study = study.Id,
                        phase = Words(study.Phase),
                        synthetic = study.Synthetic,
                        questionnaires = study.Versions.Select(version => new
                        {
                            id = version.Questionnaire.Id,
                            version = version.Number,
                            hash = version.Questionnaire.Hash,
                            draftsCarryOn = version.DraftsCarryOn,
                        }),
                        indices = study.Indices.Select(model => new
                        {
                            id = model.Id,
                            version = model.Version,
                            hash = model.Hash,
                        }),
                        addedIndices = added.Select(one => new
                        {
                            id = one.Model.Id,
                            version = one.Model.Version,
                            hash = one.Model.Hash,
                            scored = one.Scored,
                            of = one.Of,
                            ready = one.IsFinished,
                        }),
                        frame = new
                        {
                            companies = state.InFrame,
                            strata = study.Frame.Count,
                            file = state.FrameFile?.File,
                            hash = state.FrameFile?.Hash,
                            importedAt = state.FrameFile?.At,
                        },
                        sample = state.Draw is { } draw
                            ? new
                            {
                                companies = draw.Drawn,
                                method = draw.Method,
                                seed = draw.Seed,
                                file = draw.File,
                                hash = draw.Hash,
                                drawnAt = draw.At,
                                strata = study.Frame.Select(stratum => new
                                {
                                    stratum = stratum.Cell.ToString(),
                                    population = stratum.Population,
                                    drawn = stratum.Sampled,
                                }),
                            }
                            : null,
                        next = state.Next,
                        laender = progress.Select(land => new
                        {
                            land = land.Key,
                            drawn = land.Value.Drawn,
                            submitted = land.Value.Submitted,
                        }),
                    }
                )
            );
            return ExitCode.Good;
        }

        output.WriteLine($"{study.Id}: {Words(study.Phase)}{(study.Synthetic ? " (synthetic companies)" : "")}");
        output.WriteLine($"asks {study.Questionnaire.Id} {string.Join(", ", study.Versions.Select(version => version.Number))}");
        foreach (var one in added)
        {
            output.WriteLine($"added {StudyIndexCommand.Line(one)}");
        }

        NextStep.WriteFrame(state, output);
        foreach (var (land, (drawn, submitted)) in progress)
        {
            output.WriteLine(FormattableString.Invariant($"{land}  {submitted, 7} of {drawn, 7} submitted"));
        }

        output.WriteLine(
            FormattableString.Invariant(
                $"all {progress.Values.Sum(land => land.Submitted), 7} of {progress.Values.Sum(land => land.Drawn), 7} submitted"
            )
        );
        NextStep.Write(state, output);
        return ExitCode.Good;
    }

    private static string Words(StudyPhase phase) =>
        phase switch
        {
            StudyPhase.Draft => "draft",
            StudyPhase.InField => "in field",
            _ => "closed",
        };
}
