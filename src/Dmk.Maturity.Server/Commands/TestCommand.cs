using System.CommandLine;
using System.Text.Json;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire test PATH</c>: an author's scripted respondents, and what comes otherwise than expected.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one and with tests/*.yaml." };
        var format = Settings.Format();
        var command = new Command("test", "Runs the scripted respondents in tests/*.yaml beside a questionnaire.") { path, format };
        command.SetAction(parsed =>
            Run(AuthorsFolder.Read(parsed.GetValue(path)!), parsed.GetValue(format), parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static int Run(AuthorsFolder folder, OutputFormat format, TextWriter output)
    {
        var files = folder.TestFiles;
        if (files.Count == 0)
        {
            throw new FaultException(
                $"There are no tests/*.yaml beside {folder.File}. 'questionnaire new' writes a first one; "
                    + "docs/authors/commands.md shows more."
            );
        }

        var readings = files.Select(file => RespondentReader.Read(file, folder.Form)).ToList();
        Problem[] problems = [.. readings.SelectMany(reading => reading.Problems)];
        var respondents = readings.SelectMany(reading => reading.Value ?? []).ToList();
        var failures = respondents.ConvertAll(respondent => respondent.Test(folder.Questionnaire));
        var failed = failures.Count(one => one.Count > 0);
        TestFailure[] told = [.. failures.SelectMany(one => one)];
        if (format == OutputFormat.Json)
        {
            WriteJson(problems, told, respondents.Count - failed, failed, output);
        }
        else
        {
            foreach (var line in problems.Select(problem => problem.ToString()).Concat(told.Select(failure => failure.ToString())))
            {
                output.WriteLine(line);
            }

            var unread = readings.Count(reading => reading.Value is null);
            output.WriteLine(
                $"{respondents.Count - failed} passed, {failed} failed"
                    + $"{(unread == 0 ? "" : $"; {unread} of {Counted.Of(files.Count, "file")} cannot be run")}"
            );
        }

        return failed == 0 && problems.Length == 0 ? ExitCode.Good : ExitCode.Fault;
    }

    private static void WriteJson(Problem[] problems, TestFailure[] failures, int passed, int failed, TextWriter output) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    passed,
                    failed,
                    problems = problems.Select(problem => new
                    {
                        file = problem.Place.File,
                        line = problem.Place.Line,
                        column = problem.Place.Column,
                        code = problem.Code,
                        message = problem.Message,
                    }),
                    failures = failures.Select(failure => new
                    {
                        file = failure.Place.File,
                        line = failure.Place.Line,
                        column = failure.Place.Column,
                        respondent = failure.Respondent,
                        message = failure.Message,
                    }),
                }
            )
        );
}
