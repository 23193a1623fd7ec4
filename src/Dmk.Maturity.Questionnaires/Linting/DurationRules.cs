using System.Globalization;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Compares the minutes that an introduction announces with those that filling in takes by its words and answers.</summary>
/// <remarks>All questions count, as nobody knows beforehand which a company will meet. Reading takes a minute for 200 words: adults read
/// 238 words of English non-fiction in silence (Brysbaert 2019, Journal of Memory and Language 109, 104047), and questions want more
/// care. 5 seconds for each answer are an assumption, to be replaced by what a wave has taken. To announce more is in order: figures
/// may have to be looked up.</remarks>
internal static partial class DurationRules
{
    private const double WordsPerMinute = 200;
    private const double SecondsPerAnswer = 5;

    /// <summary>What is announced may be a third below what was counted.</summary>
    private const double LeastShare = 2.0 / 3;

    private static readonly char[] _between = [' ', '\n', '\t', '\u00a0'];

    public static void Check(Questionnaire questionnaire, DefinitionPlaces places)
    {
        foreach (var language in questionnaire.Languages)
        {
            var minutes = Minutes(questionnaire, language);
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

    private static double Minutes(Questionnaire questionnaire, Language language)
    {
        var questions = questionnaire
            .Sections.SelectMany(section => section.Questions)
            .SelectMany(question => question is Question.Roster roster ? [question, .. roster.Questions] : new[] { question })
            .ToList();
        var words =
            questionnaire.Sections.Sum(section => Words(section.Title, language) + Words(section.Intro, language))
            + questions.Sum(question => Words(question, language));
        var answers = questions.Sum(question => question is Question.Note ? 0 : Math.Max(1, question.Parts.Count));
        return words / WordsPerMinute + answers * SecondsPerAnswer / 60;
    }

    /// <summary>A list that is searched is not read.</summary>
    private static int Words(Question question, Language language) =>
        Words(question.Text, language)
        + Words(question.Help, language)
        + question.Parts.Sum(part => Words(part.Label, language))
        + (question is Question.CodeSearch ? 0 : question.Choices.Sum(option => Words(option.Label, language)));

    private static int Words(Text? text, Language language) =>
        text?.In(language).Split(_between, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    private static int? Announced(string intro) =>
        AnnouncedMinutes().Match(intro) is { Success: true } match
        && int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : null;

    [GeneratedRegex(@"(?<count>[0-9]+)\s+(Minuten|minutes)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex AnnouncedMinutes();
}
