using System.CommandLine;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Options that several commands share, each with its default.</summary>
internal static class Settings
{
    /// <summary>Of the option that <see cref="Questionnaires"/> makes.</summary>
    public const string QuestionnairesName = "--questionnaires";

    public static Option<string> Data() =>
        new("--data")
        {
            Description = "The data folder: everything a server keeps.",
            DefaultValueFactory = _ => ServerSettings.DefaultData,
            HelpName = "DIR",
        };

    public static Option<string> Questionnaires() =>
        new(QuestionnairesName)
        {
            Description = "The folder with questionnaires and classifications; by default the one that comes with the program.",
            DefaultValueFactory = _ => ServerSettings.DefaultQuestionnaires,
            HelpName = "DIR",
        };

    /// <summary>One that may be left out, with no value then.</summary>
    /// <param name="help">What stands in its place in the help, as in <c>FILE</c>.</param>
    public static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };

    /// <summary>One that must be there.</summary>
    /// <inheritdoc cref="Text"/>
    public static Option<string> Required(string name, string description, string help) =>
        new(name)
        {
            Description = description,
            Required = true,
            HelpName = help,
        };

    /// <summary>The words of a list that is parted by commas, in its order; none where it is left out.</summary>
    public static string[] Listed(string? list) =>
        list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static Option<OutputFormat> Format() => Choice("--format", "How the result is written.", OutputFormat.Table);

    /// <summary>One of a few words, in upper or lower case; numbers, which stand for them inside, are no words.</summary>
    public static Option<T> Choice<T>(string name, string description, T fallback)
        where T : struct, Enum => Choice(name, description, fallback, Word);

    /// <param name="word">From the name of a value to the word for it.</param>
    /// <param name="leftOut">Values that the command does not take, and its help does not name.</param>
    public static Option<T> Choice<T>(string name, string description, T fallback, Func<string, string> word, params T[] leftOut)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Except(leftOut).Select(value => value.ToString()).ToArray();
        return new(name)
        {
            Description = description,
            DefaultValueFactory = _ => fallback,
            HelpName = string.Join('|', names.Select(word)),
            CustomParser = result =>
            {
                var typed = result.Tokens[^1].Value;
                if (Array.Find(names, one => word(one).Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } found)
                {
                    return Enum.Parse<T>(found);
                }

                result.AddError($"{name} is one of {string.Join(", ", names.Select(word))}, not '{typed}'.");
                return fallback;
            },
        };
    }

    /// <summary>As whom or for whom: somebody who has signed in.</summary>
    public static Option<Role> Role(string description) => Choice("--role", description, Studies.Role.Economist, Word, Studies.Role.Public);

    /// <summary>The words of a name, parted by hyphens: clipped-linear.</summary>
    public static string Hyphened(string name) =>
        string.Concat(
            name.Select(
                (letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Null where it is left out: as many as there are.</summary>
    public static Option<int?> Count(string name, string description, int minimum)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() < minimum)
            {
                result.AddError($"{name} must be at least {minimum}.");
            }
        });
        return option;
    }

    public static Option<int> Count(string name, string description, int minimum, int fallback, int maximum = int.MaxValue)
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
            else if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() > maximum)
            {
                result.AddError($"{name} must be at most {maximum}.");
            }
        });
        return option;
    }
}
