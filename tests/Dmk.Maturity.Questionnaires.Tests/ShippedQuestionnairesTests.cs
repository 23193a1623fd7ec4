namespace Dmk.Maturity.Questionnaires.Tests;

public class ShippedQuestionnairesTests
{
    public static TheoryData<string> Files { get; } =
    [.. RepositoryFiles.QuestionnaireFiles.Select(path => Path.GetRelativePath(RepositoryFiles.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_questionnaire_has_no_problem(string file)
    {
        var reading = Linter.Read(
            Path.Combine(RepositoryFiles.Root, file),
            RepositoryFiles.Classifications,
            RepositoryFiles.MentionedByIndices
        );

        var hasIndex = File.Exists(Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(file)!, "index.yaml"));
        Assert.Equal(
            "",
            string.Join(Environment.NewLine, reading.Problems.Where(problem => hasIndex || problem.Code != "unused-computed"))
        );
        Assert.NotEmpty(reading.Value!.Variables);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_questionnaire_can_be_answered_at_random(string file)
    {
        var questionnaire = Questionnaire.Read(Path.Combine(RepositoryFiles.Root, file), RepositoryFiles.Classifications).OrThrow();
        for (var seed = 0; seed < 200; seed++)
        {
            var answers = RandomAnswers.Of(questionnaire, new(seed));
            Assert.All(answers.All, one => Assert.Null(questionnaire.Validate(one.Key, one.Value)));

            var interview = Interview.Of(questionnaire, answers);
            var again = Interview.Of(questionnaire, AnswersJson.Read(AnswersJson.Write(interview.OnPath)));
            Assert.Equal(interview.Problems, again.Problems);
            Assert.Equal(interview.Fired.Select(fired => fired.Check.Id), again.Fired.Select(fired => fired.Check.Id));
            Assert.Equal(interview.Progress(), again.Progress());
        }
    }
}
