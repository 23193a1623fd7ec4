namespace Dmk.Maturity.Questionnaires;

/// <summary>What a way through a questionnaire costs whoever takes it.</summary>
/// <param name="Path">Whose way it is.</param>
/// <param name="Pages">Sections that are asked.</param>
/// <param name="Questions">Without notes.</param>
/// <param name="Answers">What is answered one by one: a question, or each of its rows.</param>
/// <param name="Words">That are read.</param>
public sealed record Burden(string Path, int Pages, int Questions, int Answers, int Words)
{
    /// <summary>By <see cref="FillingTime"/>.</summary>
    public double Minutes => FillingTime.Minutes(Words, Answers);

    /// <summary>What everybody is asked whatever is answered; a roster without items.</summary>
    public static Burden Least(Questionnaire questionnaire, Language language) =>
        Of(
            "shortest",
            questionnaire.Sections.Where(section => section.When is null),
            section => section.Questions.Where(question => question.When is null && !question.GroupConditions.Any()),
            question => question.Parts.Count(part => !question.PartsWhen.ContainsKey(part.Id)),
            language
        );

    /// <summary>All questions, those of a roster for one item.</summary>
    public static Burden Most(Questionnaire questionnaire, Language language) =>
        Of(
            "longest",
            questionnaire.Sections,
            section =>
                section.Questions.SelectMany(question =>
                    question is Question.Roster roster ? roster.Questions.Prepend(question) : [question]
                ),
            question => question.Parts.Count,
            language
        );

    /// <summary>What one respondent is asked, rosters item by item.</summary>
    public static Burden Of(string name, Interview interview, Language language) =>
        Of(
            name,
            interview.Questionnaire.Sections.Where(interview.IsAsked),
            section => section.Questions.Where(interview.IsAsked).SelectMany(question => Asked(question, interview)),
            question =>
                question.Parts.Count == 0 || interview.Questionnaire.Variable($"{question.Id}.{question.Parts[0].Id}") is null
                    ? question.Parts.Count
                    : interview.RowsOf(question).Count,
            language
        );

    private static IEnumerable<Question> Asked(Question question, Interview interview) =>
        question is Question.Roster roster
            ? interview
                .ItemsOf(roster)
                .SelectMany(item => roster.Questions.Where(inner => interview.IsAsked(inner, item)))
                .Prepend(question)
            : [question];

    private static Burden Of(
        string path,
        IEnumerable<Section> sections,
        Func<Section, IEnumerable<Question>> asked,
        Func<Question, int> parts,
        Language language
    )
    {
        var (pages, questions, answers, words) = (0, 0, 0, 0);
        foreach (var section in sections)
        {
            pages++;
            words += FillingTime.WordsOf(section, language);
            foreach (var question in asked(section))
            {
                questions += question is Question.Note ? 0 : 1;
                answers += question.Parts.Count == 0 ? FillingTime.AnswersTo(question) : parts(question);
                words += FillingTime.WordsOf(question, language);
            }
        }

        return new(path, pages, questions, answers, words);
    }
}
