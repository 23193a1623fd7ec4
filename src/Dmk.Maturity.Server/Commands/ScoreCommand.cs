using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire score PATH --answers FILE</c>: the scores of one respondent, with what each answer gave.</summary>
internal static class ScoreCommand
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one and its index.yaml." };
        var answers = new Option<string>("--answers")
        {
            Description = "The answers: YAML or JSON by question, as in tests/*.yaml, or the JSON of a stored submission.",
            Required = true,
            HelpName = "FILE",
        };
        var index = new Option<string?>("--index")
        {
            Description = "Which index model; by default that beside the questionnaire.",
            HelpName = "ID",
        };
        var language = Settings.Choice("--language", "Of titles and answers (de or en).", LabelLanguage.De);
        var format = Settings.Format();
        var command = new Command("score", "Scores the answers of one respondent and says what each answer gave.")
        {
            path,
            answers,
            index,
            language,
            format,
        };
        command.SetAction(parsed =>
        {
            var folder = AuthorsFolder.Read(parsed.GetValue(path)!);
            var model = Model(folder, parsed.GetValue(index));
            var given = AnswersFile.Read(parsed.GetValue(answers)!, folder.Questionnaire);
            Possible(given, folder.Questionnaire, parsed.GetValue(answers)!);
            var scored = ScoredAnswers.Of(folder.Questionnaire, model, given);
            var labels = parsed.GetValue(language) == LabelLanguage.De ? Language.German : Language.English;
            return Write(scored, labels, parsed.GetValue(format), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static IndexModel Model(AuthorsFolder folder, string? id)
    {
        if (id is null)
        {
            return folder.Own
                ?? (folder.Models.Count > 0 ? folder.Models[0] : null)
                ?? throw new FaultException($"There is no index.yaml beside {folder.File}, so nothing can be scored.");
        }

        return folder.Models.FirstOrDefault(model => model.Id == id)
            ?? throw new FaultException(
                $"There is no index model '{id}' over {folder.Questionnaire.Id}. "
                    + $"There are: {string.Join(", ", folder.Models.Select(one => one.Id))}."
            );
    }

    /// <exception cref="FaultException">An answer is one that nobody can give; the message lists all of them.</exception>
    private static void Possible(Answers answers, Questionnaire questionnaire, string file)
    {
        var problems = answers.All.Select(one => questionnaire.Validate(one.Key, one.Value)).OfType<AnswerProblem>().ToList();
        if (problems.Count > 0)
        {
            throw new FaultException(
                string.Join(Environment.NewLine, problems.Select(one => $"{file}: {one.Variable}: {one.Message.In(Language.English)}"))
            );
        }
    }

    private static int Write(ScoredAnswers scored, Language language, OutputFormat format, TextWriter output)
    {
        if (format == OutputFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(Report(scored, language), _json));
            return ExitCode.Good;
        }

        var total = scored.Total;
        output.WriteLine(
            $"{scored.Model.Title.In(language)} ({scored.Model.Id} {scored.Model.Version}): {Shown(total)}"
                + (double.IsNaN(total) ? "" : $", {scored.Model.LevelOf(total).Title.In(language)}")
        );
        output.WriteLine();
        output.WriteLine($"{"node", -44} {"score", 8} {"weight", 8} {"points", 8} {"share", 8} {"best adds", 10}");
        foreach (var line in scored.Lines)
        {
            var name = new string(' ', 2 * line.Node.Depth) + line.Node.Title.In(language);
            output.WriteLine(
                $"{Cut(name, 44), -44} {Shown(line.Score), 8} {Percent(line.Weight), 8} {Shown(line.Points), 8} {Percent(line.Share), 8} "
                    + $"{(line.BestAdds is { } more ? Shown(more) : ""), 10}".TrimEnd()
            );
            foreach (var answer in line.Answers)
            {
                output.WriteLine(
                    $"{new string(' ', 2 * line.Node.Depth + 2)}{answer.Variable.Id}: "
                        + $"{AnswerLabels.Of(answer.Variable, answer.Answer, language)}"
                );
            }
        }

        output.WriteLine();
        output.WriteLine(
            "weight: among the siblings that count. points: given to the index. share: of its score. best adds: what the best"
        );
        output.WriteLine("answers here would add to the index, all else staying as it is. A - is missing, which is never 0.");
        return ExitCode.Good;
    }

    private static object Report(ScoredAnswers scored, Language language) =>
        new
        {
            index = scored.Model.Id,
            version = scored.Model.Version,
            score = Known(scored.Total),
            level = double.IsNaN(scored.Total) ? null : scored.Model.LevelOf(scored.Total).Id,
            nodes = scored.Lines.Select(line => new
            {
                node = line.Node.Id,
                title = line.Node.Title.In(language),
                depth = line.Node.Depth,
                score = Known(line.Score),
                weight = line.Weight,
                points = Known(line.Points),
                share = Known(line.Share),
                bestAdds = line.BestAdds is { } more ? Known(more) : null,
                answers = line.Answers.Select(answer => new
                {
                    variable = answer.Variable.Id,
                    answer = AnswerLabels.Of(answer.Variable, answer.Answer, language),
                }),
            }),
        };

    private static double? Known(double value) => double.IsNaN(value) ? null : Math.Round(value, 6);

    private static string Shown(double value) => double.IsNaN(value) ? "-" : value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double value) =>
        double.IsNaN(value) ? "-" : (value * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 3)] + "...";
}
