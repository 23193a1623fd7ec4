using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>What a questionnaire reads beside the answers, kept among them: the answers of the wave before, from the frame, and the day.
/// Stored with every save, so that whoever checks a submission later finds what was known then.</summary>
internal static class FactsAtHand
{
    private static readonly TimeZoneInfo _germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The answers with what this version reads of the wave before, and with nothing that it does not read.</summary>
    /// <param name="previous">All that the frame knows, under the ids of facts. What is not possible as an answer to this version is left
    /// out.</param>
    public static Answers Among(Answers answers, Answers previous, Questionnaire questionnaire) =>
        answers
            .Where(id => !Fact.Is(id) || (id == Fact.Today && questionnaire.ReadsToday))
            .With(previous.All.Where(one => IsRead(one.Key, one.Value, questionnaire)));

    /// <summary>The answers as they are given at a moment: on the day that it is then in Germany.</summary>
    public static Answers On(DateTimeOffset at, Answers answers, Questionnaire questionnaire) =>
        questionnaire.ReadsToday
            ? answers.With(Fact.Today, new Answer.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _germany).DateTime)))
            : answers;

    private static bool IsRead(string id, Answer answer, Questionnaire questionnaire) =>
        questionnaire.Fact(id) is { Variable: { } variable } && questionnaire.Validate(variable, answer) is null;
}
