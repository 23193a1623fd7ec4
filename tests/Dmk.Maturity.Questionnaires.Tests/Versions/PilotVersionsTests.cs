namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What became of the pilot study's 1.0.0: every change, the number that it demands, and what a draft of then still
/// says.</summary>
public class PilotVersionsTests
{
    private static readonly Questionnaire _before = Questionnaire
        .Read(
            Path.Combine(RepositoryFiles.Root, "tests", "published", "pilotstudie-wirtschaft", "questionnaire.yaml"),
            RepositoryFiles.Classifications
        )
        .OrThrow();

    private static readonly Questionnaire _now = Questionnaire
        .Read(
            Path.Combine(RepositoryFiles.Root, "questionnaires", "pilotstudie-wirtschaft", "questionnaire.yaml"),
            RepositoryFiles.Classifications
        )
        .OrThrow();

    private static readonly QuestionnaireDiff _diff = QuestionnaireDiff.Of(_before, _now);

    [Fact]
    public void Every_change_since_1_0_0_is_as_reviewed() =>
        Golden.Check(
            "tests/Dmk.Maturity.Questionnaires.Tests/Versions/pilot-1.0.0-to-2.0.0.txt",
            string.Concat(
                _diff.Changes.Select(change => $"{change.Where}: {change.Kind}, drafts {change.Drafts}, results {change.Series}\n")
            )
        );

    [Fact]
    public void The_changes_demand_a_major_number_and_it_has_one()
    {
        Assert.Equal(("1.0.0", "2.0.0"), (_before.Version, _now.Version));
        Assert.Equal((VersionStep.Major, DraftVerdict.Stay, SeriesVerdict.Broken), (_diff.Step, _diff.Drafts, _diff.Series));
        Assert.Null(_diff.NumberProblem("questionnaire.yaml"));
    }

    [Fact]
    public void Each_question_of_1_0_0_carries_on_or_stays_as_reviewed() =>
        Golden.Check(
            "tests/Dmk.Maturity.Questionnaires.Tests/Versions/pilot-1.0.0-drafts.txt",
            string.Concat(Questions(_before).Select(question => $"{question.Id}: {VerdictOn(question.Id)}\n"))
        );

    [Fact]
    public void Whatever_1_0_0_allowed_to_a_question_that_carries_on_is_possible_now()
    {
        var carried = Questions(_before).Where(question => VerdictOn(question.Id) == DraftVerdict.CarryOn).Select(question => question.Id);
        var random = new Random(2027);
        var tried = 0;
        foreach (var variable in _before.Variables.Where(variable => carried.Contains(variable.Question.Id)))
        {
            foreach (var answer in Enumerable.Range(0, 20).Select(_ => Sample(variable, random)))
            {
                if (_before.Validate(variable.Id, answer) is null)
                {
                    tried++;
                    Assert.True(_now.Validate(variable.Id, answer) is null, $"{variable.Id} refuses {answer}.");
                }
            }
        }

        Assert.True(tried > 500, $"{tried} answers were tried.");
    }

    [Theory]
    [InlineData("ai_use", "considered")]
    [InlineData("technologies.iot", "testing")]
    [InlineData("ai_uses.image", "in_use")]
    [InlineData("sells_online", "yes")]
    [InlineData("device_years", "from_7")]
    [InlineData("admin_burdens.repeated", "often")]
    [InlineData("accessibility", "planned")]
    public void What_means_something_else_now_is_not_taken_over(string variable, string code)
    {
        Assert.Null(_before.Validate(variable, new Answer.Coded(code)));
        Assert.True(_now.Variable(variable) is null || _now.Validate(variable, new Answer.Coded(code)) is not null);
    }

    private static IEnumerable<Question> Questions(Questionnaire questionnaire) =>
        questionnaire.Sections.SelectMany(section => section.Questions);

    private static DraftVerdict VerdictOn(string question) =>
        _diff
            .Changes.Where(change => $"{change.Where}/".Contains($"/questions.{question}/", StringComparison.Ordinal))
            .Select(change => change.Drafts)
            .DefaultIfEmpty()
            .Max();

    private static Answer Sample(Variable variable, Random random) =>
        (random.Next(4), variable.Question) switch
        {
            (0, { Missing.Count: > 0 } question) => new Answer.Missing(question.Missing[random.Next(question.Missing.Count)]),
            (_, Question.Multiple multiple) when variable.Specify is null => multiple.Ticked([
                multiple.Options[random.Next(multiple.Options.Count)].Code,
            ]),
            (_, { Choices.Count: > 0 } question) when variable.Specify is null => new Answer.Coded(
                question.Choices[random.Next(question.Choices.Count)].Code
            ),
            (_, Question.Numeric or Question.SumGroup) => new Answer.Number(random.Next(101)),
            _ => new Answer.Words("Ein Wort"),
        };
}
