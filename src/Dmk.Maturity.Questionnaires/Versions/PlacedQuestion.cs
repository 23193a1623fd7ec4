namespace Dmk.Maturity.Questionnaires;

/// <summary>A question with the section that it stands in.</summary>
internal readonly record struct PlacedQuestion(Section Section, Question Question)
{
    public string Where => $"sections.{Section.Id}/questions.{Question.Id}";

    public bool IsNote => Question is Question.Note;

    /// <summary>Whether a company that is asked cannot submit without a word to it.</summary>
    public bool IsRequired => Question.Required || Question is Question.SumGroup { AllowAllBlank: false };

    public static IEnumerable<PlacedQuestion> Of(Questionnaire questionnaire) =>
        questionnaire.Sections.SelectMany(section => section.Questions.Select(question => new PlacedQuestion(section, question)));
}
