using System.CommandLine;
using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire check PATH</c>: every mistake in a questionnaire, its index model and its study, with file, line and
/// column.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, a folder with one, or a folder of such folders." };
        var format = Settings.Format();
        var command = new Command("check", "Checks a questionnaire, and the index.yaml and study.yaml beside it.") { path, format };
        command.SetAction(parsed =>
            Report(CheckedFiles.At(parsed.GetValue(path)!), parsed.GetValue(format), parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static int Report(CheckedFiles check, OutputFormat format, TextWriter output)
    {
        var errors = check.Problems.Count(problem => problem.Severity == Severity.Error);
        if (format == OutputFormat.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        files = check.Files,
                        contents = check.Contents.Select(one => new { file = one.File, contents = one.Contents }),
                        problems = check.Problems.Select(problem => new
                        {
                            file = problem.Place.File,
                            line = problem.Place.Line,
                            column = problem.Place.Column,
                            severity = problem.Severity == Severity.Error ? "error" : "warning",
                            code = problem.Code,
                            message = problem.Message,
                        }),
                    }
                )
            );
        }
        else
        {
            foreach (var problem in check.Problems)
            {
                output.WriteLine(problem);
            }

            foreach (var (file, contents) in check.Contents)
            {
                output.WriteLine($"{file}: {contents}");
            }

            output.WriteLine(
                $"{Counted.Of(check.Files.Count, "file")}, {Counted.Of(errors, "error")}, "
                    + Counted.Of(check.Problems.Count - errors, "warning")
            );
        }

        return errors == 0 ? ExitCode.Good : ExitCode.Fault;
    }
}
