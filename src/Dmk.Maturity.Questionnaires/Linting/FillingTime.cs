namespace Dmk.Maturity.Questionnaires;

/// <summary>How long it takes to read and answer questions, by their words and answers.</summary>
/// <remarks>Reading takes a minute for 200 words: adults read 238 words of English non-fiction in silence (Brysbaert 2019, Journal of
/// Memory and Language 109, 104047), and questions want more care. 5 seconds for each answer are an assumption, to be replaced by what a
/// wave has taken. Figures that have to be looked up are not counted.</remarks>
public static class FillingTime
{
    public const double WordsPerMinute = 200;

    public const double SecondsPerAnswer = 5;

    private static readonly System.Buffers.SearchValues<char> _between = System.Buffers.SearchValues.Create(" \n\t\u00a0");

    public static double Minutes(int words, int answers) => words / WordsPerMinute + answers * SecondsPerAnswer / 60;

    /// <summary>Of all questions, those of a roster once.</summary>
    public static double MinutesOf(Questionnaire questionnaire, Language language)
    {
        var questions = questionnaire
            .Sections.SelectMany(section => section.Questions)
            .SelectMany(question => question is Question.Roster roster ? [question, .. roster.Questions] : new[] { question })
            .ToList();
        return Minutes(
            questionnaire.Sections.Sum(section => WordsOf(section, language)) + questions.Sum(question => WordsOf(question, language)),
            questions.Sum(AnswersTo)
        );
    }

    /// <summary>Words that are read before a section's first question.</summary>
    public static int WordsOf(Section section, Language language) => Words(section.Title, language) + Words(section.Intro, language);

    /// <summary>Words of a question with its help, rows and options, the questions within a roster aside. A list that is searched is not
    /// read.</summary>
    public static int WordsOf(Question question, Language language) =>
        Words(question.Text, language)
        + Words(question.Help, language)
        + question.Parts.Sum(part => Words(part.Label, language))
        + (question is Question.CodeSearch ? 0 : question.Choices.Sum(option => Words(option.Label, language)));

    /// <summary>What is answered one by one: a question, or each of its rows.</summary>
    public static int AnswersTo(Question question) => question is Question.Note ? 0 : Math.Max(1, question.Parts.Count);

    private static int Words(Text? text, Language language)
    {
        var (words, isWithin) = (0, false);
        foreach (var letter in text?.In(language) ?? "")
        {
            var isLetter = !_between.Contains(letter);
            words += isLetter && !isWithin ? 1 : 0;
            isWithin = isLetter;
        }

        return words;
    }
}
