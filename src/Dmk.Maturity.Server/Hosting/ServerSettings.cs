namespace Dmk.Maturity.Server;

/// <summary>What a server needs to know to start.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Questionnaires">The folder with classifications and questionnaires.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
public sealed record ServerSettings(string Data, string Questionnaires, string Urls = ServerSettings.DefaultUrls)
{
    /// <summary>Reachable from this machine only; a public server stands behind a proxy that speaks TLS.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>What else is logged than the configuration says, the last one of a category counting.</summary>
    public IReadOnlyList<LogSetting> Log { get; init; } = [];

    /// <summary>Runs the commands of the folder's owner within the server; without it the server takes none.</summary>
    internal CommandRun? Commands { get; init; }

    /// <summary>Below the folder in which the command is typed.</summary>
    public static string DefaultData => "data";

    /// <summary>Beside the program.</summary>
    public static string DefaultQuestionnaires => Path.Combine(AppContext.BaseDirectory, "questionnaires");
}
