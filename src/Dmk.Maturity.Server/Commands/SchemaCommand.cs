using System.CommandLine;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire schema --write FOLDER</c>: the JSON Schemas with which editors complete and check an author's files.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--write")
        {
            Description = "The folder that the schemas are written to.",
            Required = true,
            HelpName = "FOLDER",
        };
        var command = new Command(
            "schema",
            "Writes the JSON Schemas of questionnaires, index models, composites, studies, tests and classifications."
        )
        {
            folder,
        };
        command.SetAction(parsed => Write(parsed.GetValue(folder)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Write(string folder, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        foreach (
            var (name, shape) in new[]
            {
                ("questionnaire", QuestionnaireShape.Root),
                ("index", IndexModelShape.Root),
                ("composite", CompositeShape.Root),
                ("study", StudyShape.Root),
                ("tests", RespondentShape.Root),
                ("classification", ClassificationShape.Root),
            }
        )
        {
            var path = Path.Combine(folder, $"{name}.schema.json");
            File.WriteAllText(FreshFile.Aside(path), SchemaFile.Write(shape));
            File.Move(FreshFile.Aside(path), path, overwrite: true);
            output.WriteLine(path);
        }

        return ExitCode.Good;
    }
}
