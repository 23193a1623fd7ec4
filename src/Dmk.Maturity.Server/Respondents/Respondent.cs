using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>A respondent that an author has made up, with what is to come of its answers.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record Respondent(string Name, FilePosition Place, Answers Answers, IReadOnlyList<Expectation> Expectations)
{
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

/// <summary>One thing that an author expects of a respondent's answers.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Failure">What was expected and what came, in words; null where it has come so.</param>
internal sealed record Expectation(FilePosition Place, Func<Outcome, string?> Failure);

/// <summary>An expectation that did not come true.</summary>
internal sealed record TestFailure(FilePosition Place, string Respondent, string Message)
{
    public override string ToString() => $"{Place}: {Respondent}: {Message}";
}
