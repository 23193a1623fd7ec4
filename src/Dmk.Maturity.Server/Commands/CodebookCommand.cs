using System.CommandLine;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire codebook PATH</c>: every variable with its codes and who is asked, as CSV.</summary>
internal static class CodebookCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one." };
        var file = new Option<string?>("--out") { Description = "A new file; the output without it.", HelpName = "FILE" };
        var command = new Command("codebook", "Lists variables, labels, codes, missing codes and who is asked, as CSV.") { path, file };
        command.SetAction(parsed =>
        {
            var book = new Codebook(QuestionnaireFile.Read(parsed.GetValue(path)!)).Write();
            OutFile.Write(parsed.GetValue(file), book, parsed.InvocationConfiguration.Output);
            return ExitCode.Good;
        });
        return command;
    }
}
