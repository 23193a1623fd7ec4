using System.CommandLine;

namespace Dmk.Maturity.Server;

/// <summary>Options that several commands share, each with its default.</summary>
internal static class Settings
{
    public static Option<string> Data() =>
        new("--data")
        {
            Description = "The data folder: everything a server keeps.",
            DefaultValueFactory = _ => ServerSettings.DefaultData,
            HelpName = "DIR",
        };

    public static Option<string> Questionnaires() =>
        new("--questionnaires")
        {
            Description = "The folder with questionnaires and classifications; by default the one that comes with the program.",
            DefaultValueFactory = _ => ServerSettings.DefaultQuestionnaires,
            HelpName = "DIR",
        };

    public static Option<OutputFormat> Format() =>
        new("--format") { Description = "How the result is written.", DefaultValueFactory = _ => OutputFormat.Table };

    public static Option<int> Count(string name, string description, int minimum, int fallback)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => fallback,
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < minimum)
            {
                result.AddError($"{name} must be at least {minimum}.");
            }
        });
        return option;
    }
}
