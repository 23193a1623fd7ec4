using System.Globalization;

namespace Dmk.Maturity.Server;

/// <summary>What the product needs of a machine beyond .NET, looked at before anything starts: a company must not be the first to meet
/// what is missing.</summary>
internal static class MachineNeeds
{
    private const string Zone = "Europe/Berlin";

    private static readonly string[] _cultures = ["de-DE", "en-GB"];

    /// <exception cref="FaultException">Something is missing; the message says what, and what to do.</exception>
    public static void Check(ServerSettings settings, DateTimeOffset now)
    {
        if (Missing(settings, now) is { } missing)
        {
            throw new FaultException(missing);
        }
    }

    /// <returns>One sentence, or null where the machine has all that is needed.</returns>
    public static string? Missing(ServerSettings settings, DateTimeOffset now) =>
        now.Year < 2020 ? $"The clock of this machine says {now:yyyy-MM-dd}; set it, because receipts and tokens bear its time."
        : !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)
            ? $"This machine does not know the time zone {Zone}; install the time zone data (the package tzdata)."
        : _cultures.FirstOrDefault(culture => !IsKnown(culture)) is { } culture
            ? $"This machine cannot write numbers and dates as in {culture}; install ICU (the package libicu or icu-libs) and do not set "
                + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT."
        : !Directory.Exists(settings.Questionnaires) ? QuestionnaireFile.NoFolder(settings.Questionnaires)
        : TemporaryFolderFault() is { } fault ? $"The folder for temporary files cannot be written to: {fault} Name another one in TMPDIR."
        : null;

    private static bool IsKnown(string culture)
    {
        try
        {
            var known = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            return culture != "de-DE" || known.NumberFormat.NumberDecimalSeparator == ",";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static string? TemporaryFolderFault()
    {
        try
        {
            var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            File.WriteAllText(file, "");
            File.Delete(file);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
