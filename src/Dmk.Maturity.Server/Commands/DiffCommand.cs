using System.CommandLine;
using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire diff OLD NEW</c>: every change between two versions, with what it means for drafts and for results.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("OLD") { Description = "The earlier version: a questionnaire file, or a folder with one." };
        var after = new Argument<string>("NEW") { Description = "The later version." };
        var format = Settings.Format();
        var command = new Command(
            "diff",
            "Says for each change between two versions whether drafts carry on and results stay "
                + "comparable. Exit code 0: the new version's number suffices; 1: it is too low, or a file has "
                + "mistakes."
        )
        {
            before,
            after,
            format,
        };
        command.SetAction(parsed =>
            Report(
                QuestionnaireDiff.Of(QuestionnaireFile.Read(parsed.GetValue(before)!), QuestionnaireFile.Read(parsed.GetValue(after)!)),
                parsed.GetValue(format),
                parsed.InvocationConfiguration.Output
            )
        );
        return command;
    }

    public static void Write(QuestionnaireDiff diff, TextWriter output)
    {
        foreach (var change in diff.Changes)
        {
            output.WriteLine($"{change.Where}: {change.Kind}: {Drafts(change.Drafts)}, {Series(change.Series)}");
            output.WriteLine($"    {change.Message}");
        }

        output.WriteLine(
            $"{Counted.Of(diff.Changes.Count, "change")} from {diff.Before.Id} "
                + $"{diff.Before.Version} to {diff.After.Version}: {Drafts(diff.Drafts)}, {Series(diff.Series)}"
        );
    }

    private static int Report(QuestionnaireDiff diff, OutputFormat format, TextWriter output)
    {
        var problem = diff.NumberProblem(diff.After.Id);
        if (format == OutputFormat.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        before = new
                        {
                            id = diff.Before.Id,
                            version = diff.Before.Version,
                            hash = diff.Before.Hash,
                        },
                        after = new
                        {
                            id = diff.After.Id,
                            version = diff.After.Version,
                            hash = diff.After.Hash,
                        },
                        drafts = Word(diff.Drafts),
                        results = Word(diff.Series),
                        leastVersion = diff.LeastVersion.ToString(),
                        versionSuffices = problem is null,
                        changes = diff.Changes.Select(change => new
                        {
                            where = change.Where,
                            kind = change.Kind.Code,
                            drafts = Word(change.Drafts),
                            results = Word(change.Series),
                            message = change.Message,
                        }),
                    }
                )
            );
        }
        else
        {
            Write(diff, output);
            output.WriteLine(
                problem is null ? $"The number {diff.After.Version} suffices; it must be at least {diff.LeastVersion}." : problem.Message
            );
        }

        return problem is null ? ExitCode.Good : ExitCode.Fault;
    }

    private static string Drafts(DraftVerdict verdict) =>
        verdict == DraftVerdict.CarryOn ? "drafts carry on" : "drafts stay on their version";

    private static string Series(SeriesVerdict verdict) =>
        verdict switch
        {
            SeriesVerdict.Comparable => "results comparable",
            SeriesVerdict.Shifted => "results slightly shifted",
            _ => "results break",
        };

    private static string Word(DraftVerdict verdict) => verdict == DraftVerdict.CarryOn ? "carryOn" : "stay";

    private static string Word(SeriesVerdict verdict) =>
        verdict switch
        {
            SeriesVerdict.Comparable => "comparable",
            SeriesVerdict.Shifted => "shifted",
            _ => "broken",
        };
}
