namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Each file under tests/definitions/features shows one feature; its first line says which.</summary>
public class FeatureFileTests
{
    public static TheoryData<string> Files { get; } = [.. DefinitionFiles.Features];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_feature_is_read_without_a_problem(string file)
    {
        var reading = DefinitionFiles.Read(file);

        Assert.Empty(reading.Problems.Select(problem => problem.ToString()));
        Assert.NotEmpty(reading.Value!.Variables);
        Assert.StartsWith("# ", DefinitionFiles.Text(file), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_feature_can_be_answered_at_random(string file)
    {
        var questionnaire = DefinitionFiles.Read(file).OrThrow();
        for (var seed = 0; seed < 100; seed++)
        {
            var answers = RandomAnswers.Of(questionnaire, new(seed));
            var interview = Interview.Of(questionnaire, answers);
            var again = Interview.Of(questionnaire, AnswersJson.Read(AnswersJson.Write(interview.OnPath)));

            Assert.Equal(interview.Problems, again.Problems);
            Assert.Equal(interview.Fired.Select(fired => fired.Check.Id), again.Fired.Select(fired => fired.Check.Id));
            Assert.Equal(interview.Progress(), again.Progress());
        }
    }
}
