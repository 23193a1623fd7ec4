namespace Dmk.Maturity.Server;

/// <summary>From which level on one category of the log is shown, as an operator asks for it.</summary>
/// <param name="Category">Also of all categories below it, unless they are named themselves; <c>Default</c> is all that are not.</param>
public sealed record LogSetting(string Category, LogLevel Level)
{
    internal const string Section = "Logging:LogLevel";

    /// <summary>From <c>CATEGORY=LEVEL</c>.</summary>
    /// <exception cref="FaultException">It is not of this form.</exception>
    public static LogSetting Parse(string text)
    {
        if (
            text.Split('=') is not [{ Length: > 0 } category, { } level]
            || category.Any(letter => letter == ':' || char.IsWhiteSpace(letter))
        )
        {
            throw new FaultException($"--log takes CATEGORY=LEVEL, such as Dmk.Maturity=Debug, not '{text}'.");
        }

        return new(category, LevelNamed(level) ?? throw new FaultException($"--log {text}: {NoLevel(level)}"));
    }

    /// <exception cref="FaultException">Some level in the configuration is none.</exception>
    internal static void Check(IConfiguration configuration)
    {
        foreach (var configured in configuration.GetSection(Section).GetChildren())
        {
            if (configured.Value is { } level && LevelNamed(level) is null)
            {
                throw new FaultException($"{configured.Path} in the configuration: {NoLevel(level)}");
            }
        }
    }

    internal KeyValuePair<string, string?> Configured() => new($"{Section}:{Category}", Level.ToString());

    private static LogLevel? LevelNamed(string name) =>
        Enum.GetValues<LogLevel>()
            .Select(level => (LogLevel?)level)
            .FirstOrDefault(level => string.Equals(level.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static string NoLevel(string name) => $"'{name}' is no level; there are {string.Join(", ", Enum.GetNames<LogLevel>())}.";
}
