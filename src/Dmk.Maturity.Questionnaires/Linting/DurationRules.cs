using System.Globalization;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Compares the minutes that an introduction announces with those that filling in takes by its words and answers.</summary>
/// <remarks>All questions count, as nobody knows beforehand which a company will meet; <see cref="FillingTime"/> says by what rule. To
/// announce more is in order: figures may have to be looked up.</remarks>
internal static partial class DurationRules
{
    /// <summary>What is announced may be a third below what was counted.</summary>
    private const double LeastShare = 2.0 / 3;

    public static void Check(Questionnaire questionnaire, DefinitionPlaces places)
    {
        foreach (var language in questionnaire.Languages)
        {
            var minutes = FillingTime.MinutesOf(questionnaire, language);
            if (Announced(questionnaire.Intro?.In(language) ?? "") is { } announced && announced < minutes * LeastShare)
            {
                var intro = DefinitionPlaces.At(places.Root, "intro");
                (intro is YamlMapping texts ? DefinitionPlaces.At(texts, language == Language.German ? "de" : "en") : intro).Report(
                    "too-few-minutes",
                    $"{announced} minutes are announced; by its words and answers filling in takes about "
                        + $"{minutes.ToString("0", CultureInfo.InvariantCulture)}. Announce more, or ask less.",
                    Severity.Warning
                );
            }
        }
    }

    private static int? Announced(string intro) =>
        AnnouncedMinutes().Match(intro) is { Success: true } match
        && int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : null;

    [GeneratedRegex(@"(?<count>[0-9]+)\s+(Minuten|minutes)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnouncedMinutes();
}
