using System.CommandLine;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire print PATH</c>: a questionnaire for paper, or a picture of its routes.</summary>
internal static class PrintCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one." };
        var language = Settings.Choice("--language", "Of the paper (de or en).", LabelLanguage.De);
        var file = new Option<string?>("--out") { Description = "A new file; the output without it.", HelpName = "FILE" };
        var routing = new Option<bool>("--routing") { Description = "A picture (SVG) of who is asked what, in place of the paper." };
        var command = new Command("print", "Makes a version for paper: HTML that prints well, with the routing in words.")
        {
            path,
            language,
            file,
            routing,
        };
        command.SetAction(parsed =>
        {
            var questionnaire = QuestionnaireFile.Read(parsed.GetValue(path)!);
            var wanted = parsed.GetValue(language) == LabelLanguage.De ? Language.German : Language.English;
            var words = questionnaire.Languages.Contains(wanted) ? wanted : questionnaire.Languages[0];
            if (words != wanted && parsed.GetResult(language) is { Implicit: false })
            {
                parsed.InvocationConfiguration.Error.WriteLine(
                    $"{questionnaire.Id} has texts in {words} only, so that this is in {words} too."
                );
            }

            OutFile.Write(
                parsed.GetValue(file),
                parsed.GetValue(routing) ? new RoutingPicture(questionnaire, words).Write() : new PaperForm(questionnaire, words).Write(),
                parsed.InvocationConfiguration.Output
            );
            return ExitCode.Good;
        });
        return command;
    }
}
