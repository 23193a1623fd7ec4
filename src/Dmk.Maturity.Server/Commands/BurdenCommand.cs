using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire burden PATH</c>: pages, questions, words and minutes of the ways through a questionnaire.</summary>
internal static class BurdenCommand
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one and with tests/*.yaml." };
        var language = Settings.Choice("--language", "Whose words are counted (de or en).", LabelLanguage.De);
        var format = Settings.Format();
        var command = new Command("burden", "Counts pages, questions, words and minutes by path: the shortest, the longest, each test's.")
        {
            path,
            language,
            format,
        };
        command.SetAction(parsed =>
        {
            var folder = AuthorsFolder.Read(parsed.GetValue(path)!);
            var words = parsed.GetValue(language) == LabelLanguage.De ? Language.German : Language.English;
            return Write([.. Paths(folder, words)], parsed.GetValue(format), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static IEnumerable<Burden> Paths(AuthorsFolder folder, Language language)
    {
        yield return Burden.Least(folder.Questionnaire, language);
        yield return Burden.Most(folder.Questionnaire, language);
        foreach (var file in folder.TestFiles)
        {
            var reading = RespondentReader.Read(file, folder.Form);
            foreach (var respondent in reading.Value ?? throw new FaultException(string.Join(Environment.NewLine, reading.Problems)))
            {
                yield return Burden.Of(respondent.Name, Interview.Of(folder.Questionnaire, respondent.Answers), language);
            }
        }
    }

    private static int Write(List<Burden> paths, OutputFormat format, TextWriter output)
    {
        if (format == OutputFormat.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        wordsPerMinute = FillingTime.WordsPerMinute,
                        secondsPerAnswer = FillingTime.SecondsPerAnswer,
                        paths = paths.Select(path => new
                        {
                            path = path.Path,
                            pages = path.Pages,
                            questions = path.Questions,
                            answers = path.Answers,
                            words = path.Words,
                            minutes = Math.Round(path.Minutes, 1),
                        }),
                    },
                    _json
                )
            );
            return ExitCode.Good;
        }

        var width = paths.Max(path => path.Path.Length);
        output.WriteLine($"{"path".PadRight(width)}  pages  questions  answers  words  minutes");
        foreach (var path in paths)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path.Path.PadRight(width)}  {path.Pages, 5}  {path.Questions, 9}  {path.Answers, 7}  "
                        + $"{path.Words, 5}  {path.Minutes, 7:0.0}"
                )
            );
        }

        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"minutes: words / {FillingTime.WordsPerMinute} + answers x {FillingTime.SecondsPerAnswer} seconds. "
                    + $"shortest: what everybody is asked; longest: all questions, one item of each roster."
            )
        );
        return ExitCode.Good;
    }
}
