namespace Dmk.Maturity.Questionnaires;

/// <summary>A question with the section, and perhaps the roster, that it stands in.</summary>
internal readonly record struct PlacedQuestion(Section Section, Question Question, Question.Roster? Roster = null)
{
    public string Where =>
        Roster is null
            ? $"sections.{Section.Id}/questions.{Question.Id}"
            : $"sections.{Section.Id}/questions.{Roster.Id}/questions.{Question.Id}";

    /// <summary>The section and the groups, in words.</summary>
    public string Place =>
        string.Concat(Question.Groups.Reverse().Select(group => $"the group '{group.Id}' of ")) + $"the section '{Section.Id}'";

    public bool IsNote => Question is Question.Note;

    /// <summary>Whether a company that is asked cannot submit without a word to it.</summary>
    public bool IsRequired => Question.Required || Question is Question.SumGroup { AllowAllBlank: false };

    public static IEnumerable<PlacedQuestion> Of(Questionnaire questionnaire) =>
        questionnaire.Sections.SelectMany(section => section.Questions.Select(question => new PlacedQuestion(section, question)));

    /// <summary>The questions that are asked for each item of a roster.</summary>
    public static IEnumerable<PlacedQuestion> Of(Section section, Question.Roster roster) =>
        roster.Questions.Select(question => new PlacedQuestion(section, question, roster));

    /// <summary>Whether what stands around it has the same conditions.</summary>
    public bool IsUnderTheConditionsOf(PlacedQuestion other) =>
        !LimitChanges.Differ(Section.When, other.Section.When)
        && Question.GroupConditions.Count() == other.Question.GroupConditions.Count()
        && Question.GroupConditions.Zip(other.Question.GroupConditions).All(pair => !LimitChanges.Differ(pair.First, pair.Second));
}
