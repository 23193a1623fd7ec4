using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>A respondent that an author has made up, with what is to come of its answers.</summary>
/// <param name="Place">Where it stands.</param>
public sealed record Respondent(string Name, FilePosition Place, Answers Answers)
{
    internal IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>What has come otherwise, in the order of the file; nothing where all is as expected.</summary>
    public IReadOnlyList<TestFailure> Test(Questionnaire questionnaire)
    {
        var outcome = new Outcome(questionnaire, Answers);
        return
        [
            .. from expectation in Expectations
            let said = expectation.Failure(outcome)
            where said is not null
            select new TestFailure(expectation.Place, Name, said),
        ];
    }
}
