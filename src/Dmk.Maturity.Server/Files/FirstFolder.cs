using System.Text.RegularExpressions;

namespace Dmk.Maturity.Server;

/// <summary>The small commented folder that an author begins with: questionnaire, index model, study, tests and a README.</summary>
internal static partial class FirstFolder
{
    /// <summary>Letters of an id, so that those made of it (as that of its index) are ids too.</summary>
    public const int LongestId = 50;

    private const string Placeholder = "{{id}}";
    private const string TestsFolder = "tests";

    /// <summary>Of each file its name and the template it is made of.</summary>
    private static readonly (string Name, string Template)[] _files =
    [
        ("questionnaire.yaml", "questionnaire.yaml"),
        ("index.yaml", "index.yaml"),
        ("study.yaml", "study.yaml"),
        ("tests/first.yaml", "tests.yaml"),
        ("README.md", "README.md"),
    ];

    /// <returns>The files that were written.</returns>
    /// <exception cref="FaultException">The id is none, or there is something of this name already; nothing is written.</exception>
    public static IReadOnlyList<string> Write(string id, string folder)
    {
        if (!Id().IsMatch(id))
        {
            throw new FaultException(
                $"'{id}' cannot be an id. Take a letter, then letters, digits, '_' or '-', at most {LongestId}, as in handwerk-2027."
            );
        }

        if (Devices().IsMatch(id))
        {
            throw new FaultException($"Windows keeps the name '{id}' for a device and can hold no folder of it. Choose another id.");
        }

        var target = Path.Combine(folder, id);
        if (Path.Exists(target))
        {
            throw new FaultException($"{target} exists already and is not written over. Choose another id, or another --folder.");
        }

        // Half a folder never stands under the final name.
        var aside = FreshFile.Aside(target);
        try
        {
            Directory.CreateDirectory(Path.Combine(aside, TestsFolder));
            foreach (var (name, template) in _files)
            {
                File.WriteAllText(Path.Combine(aside, name), Template(template).Replace(Placeholder, id, StringComparison.Ordinal));
            }

            Directory.Move(aside, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException($"{target} cannot be written: {exception.Message}", exception);
        }

        return [.. _files.Select(file => Path.Combine(target, file.Name))];
    }

    private static string Template(string name)
    {
        using var stream = typeof(FirstFolder).Assembly.GetManifestResourceStream($"template/{name}")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,49}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    /// <summary>Names that no file or folder can have on Windows, in any case of letters.</summary>
    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Devices();
}
