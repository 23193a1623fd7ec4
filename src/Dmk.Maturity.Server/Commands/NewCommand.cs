using System.CommandLine;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire new ID</c>: a small commented folder to begin with.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Of the questionnaire, and the name of its folder: handwerk-2027." };
        var folder = new Option<string>("--folder")
        {
            Description = "The folder that gets it; that of the other questionnaires, so that it finds classifications and schemas.",
            DefaultValueFactory = _ => "questionnaires",
            HelpName = "FOLDER",
        };
        var command = new Command("new", "Writes a small commented questionnaire with index, study and tests to begin with.")
        {
            id,
            folder,
        };
        command.SetAction(parsed => Write(parsed.GetValue(id)!, parsed.GetValue(folder)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Write(string id, string folder, TextWriter output)
    {
        foreach (var file in FirstFolder.Write(id, folder))
        {
            output.WriteLine(file);
        }

        if (!Directory.Exists(Path.Combine(folder, "schema")))
        {
            output.WriteLine(
                $"Editors complete these files once the schemas are there: questionnaire schema --write {Path.Combine(folder, "schema")}"
            );
        }

        output.WriteLine($"Go on with: questionnaire check {Path.Combine(folder, id)}");
        return ExitCode.Good;
    }
}
