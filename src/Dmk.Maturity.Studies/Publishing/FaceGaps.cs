using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What the library understands and no company can be asked yet. This list may only shrink.</summary>
public static class FaceGaps
{
    /// <summary>In the order of the questionnaire.</summary>
    public static IEnumerable<FaceGap> Of(Questionnaire questionnaire) =>
        questionnaire
            .Sections.SelectMany(section => Of(section).Concat(section.Questions.SelectMany(Of)))
            .Concat(questionnaire.Checks.Where(check => IsPiped(check.Message)).Select(check => Piped(check.Id)));

    private static IEnumerable<FaceGap> Of(Section section)
    {
        if (section.IsShuffled || section.Groups.Any(group => group.IsShuffled))
        {
            yield return new(section.Id, "questions in random order", "Leave the order as written.");
        }

        if (IsPiped(section.Title) || IsPiped(section.Intro))
        {
            yield return Piped(section.Id);
        }

        foreach (var group in section.Groups.Where(group => group.Title is not null))
        {
            yield return new(group.Id, "a group with a title", "Put a note in front of its questions.");
        }
    }

    private static IEnumerable<FaceGap> Of(Question question)
    {
        foreach (var gap in question is Question.Roster roster ? roster.Questions.SelectMany(Of) : [])
        {
            yield return gap;
        }

        if (question.OptionsAreShuffled || question.RowsAreShuffled)
        {
            yield return new(question.Id, "options or rows in random order", "Leave the order as written.");
        }

        if (question.Prefill is FrameField.Persons)
        {
            yield return new(question.Id, "a number of persons that the frame gives", "Ask without prefill.");
        }

        if (Texts(question).Any(IsPiped))
        {
            yield return Piped(question.Id);
        }
    }

    private static IEnumerable<Text?> Texts(Question question) =>
        [question.Text, question.Help, .. question.Choices.Select(option => option.Label), .. question.Parts.Select(row => row.Label)];

    private static FaceGap Piped(string id) => new(id, "answers within texts", "Write a text without braces.");

    private static bool IsPiped(Text? text) =>
        text is not null && (text.De.Contains('{', StringComparison.Ordinal) || text.En.Contains('{', StringComparison.Ordinal));
}
