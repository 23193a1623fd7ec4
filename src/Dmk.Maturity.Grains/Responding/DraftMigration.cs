using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Answers that go over to another version of their questionnaire.</summary>
internal static class DraftMigration
{
    /// <summary>The same answers; ticked options in the order of the later version, which is the canonical one.</summary>
    public static Answers Answers(Answers answers, Questionnaire later) =>
        answers.With([
            .. from one in answers.All
            let ticked = one.Value as Answer.CodedSet
            let question = later.Variable(one.Key)?.Question
            where ticked is not null && question is not null
            select KeyValuePair.Create(one.Key, question.Ticked(ticked.Codes)),
        ]);

    /// <summary>Whether every answer is possible there. The verdicts on the changes promise it; a draft does not depend on a
    /// promise.</summary>
    public static bool Fits(Answers answers, Questionnaire later) =>
        answers.All.All(one => Fact.Is(one.Key) ? later.Fact(one.Key) is not null : later.Validate(one.Key, one.Value) is null);
}
