namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Groups within groups, and groups of the questions of a roster.</summary>
public sealed class NestedGroupTests
{
    private const string Nested = "features/group-nested.yaml";
    private const string InRoster = "features/group-in-roster.yaml";

    [Theory]
    [InlineData(5, 50, 2000, "persons")]
    [InlineData(10, 0, 2000, "persons share since")]
    [InlineData(10, 50, 999, "persons share cost since")]
    [InlineData(10, 50, 1000, "persons share cost outside since")]
    public void A_group_is_asked_where_it_and_those_around_it_are(int persons, int share, int cost, string asked)
    {
        var questionnaire = DefinitionFiles.Read(Nested).OrThrow();
        var interview = Interview.Of(
            questionnaire,
            Given(("persons", new Answer.Number(persons)), ("share", new Answer.Number(share)), ("cost", new Answer.Number(cost)))
        );

        Assert.Equal(asked.Split(' '), questionnaire.Sections[0].Questions.Where(interview.IsAsked).Select(question => question.Id));
        Assert.Equal(asked.Contains("outside", StringComparison.Ordinal), interview.IsAsked(questionnaire.Sections[0].Groups[2]));
    }

    [Fact]
    public void A_change_of_what_the_outer_group_reads_closes_the_inner_one()
    {
        var questionnaire = DefinitionFiles.Read(Nested).OrThrow();
        var open = Interview.Of(
            questionnaire,
            Given(("persons", new Answer.Number(10)), ("share", new Answer.Number(50)), ("cost", new Answer.Number(1000)))
        );

        var closed = open.With([KeyValuePair.Create<string, Answer>("persons", new Answer.Number(1))]);

        Assert.True(open.IsAsked(questionnaire.Question("outside")!));
        Assert.False(closed.IsAsked(questionnaire.Question("outside")!));
        Assert.DoesNotContain(closed.Fired, fired => fired.Check.Id == "cost_known");
        Assert.True(
            closed.With([KeyValuePair.Create<string, Answer>("persons", new Answer.Number(10))]).IsAsked(questionnaire.Question("outside")!)
        );
    }

    [Fact]
    public void Who_is_asked_names_the_conditions_of_all_groups_around_a_question()
    {
        var nested = DefinitionFiles.Read(Nested).OrThrow();
        var roster = DefinitionFiles.Read(InRoster).OrThrow();
        var inner = roster.Question("sites") as Question.Roster;

        Assert.Equal(["persons >= 10", "share > 0", "cost >= 1000"], nested.Variable("outside")!.AskedWhen.Select(when => when.Source));
        Assert.Equal(
            ["staff > 0", "office < 100"],
            roster.VariablesOf(inner!).Single(variable => variable.Id == "since").AskedWhen.Select(when => when.Source)
        );
    }

    [Fact]
    public void A_group_within_a_roster_is_asked_item_by_item()
    {
        var questionnaire = DefinitionFiles.Read(InRoster).OrThrow();
        var roster = (Question.Roster)questionnaire.Question("sites")!;
        var interview = Interview.Of(
            questionnaire,
            Given(
                ("sites", new Answer.Items(["k3f9x2", "p7q8r9", "r2s3t4"])),
                ("sites[k3f9x2].city", new Answer.Words("Berlin")),
                ("sites[k3f9x2].staff", new Answer.Number(5)),
                ("sites[k3f9x2].office", new Answer.Number(50)),
                ("sites[p7q8r9].staff", new Answer.Number(0)),
                ("sites[p7q8r9].office", new Answer.Number(50)),
                ("sites[r2s3t4].staff", new Answer.Number(5)),
                ("sites[r2s3t4].office", new Answer.Number(100))
            )
        );
        var (work, home) = (roster.Questions[2].Group!, roster.Questions[3].Group!);

        Assert.Equal(
            [5, 2, 3],
            new[] { "k3f9x2", "p7q8r9", "r2s3t4" }.Select(item => roster.Questions.Count(question => interview.IsAsked(question, item)))
        );
        Assert.Same(work, home.Outer);
        Assert.True(interview.IsAsked(home, "k3f9x2"));
        Assert.False(interview.IsAsked(home, "p7q8r9"));
        Assert.False(interview.IsAsked(home, "r2s3t4"));
        Assert.True(interview.IsAsked(work, "r2s3t4"));
        Assert.Equal("Work in Berlin", interview.Say(work.Title!, Language.English, "k3f9x2"));
        var more = interview.With([KeyValuePair.Create<string, Answer>("sites[p7q8r9].staff", new Answer.Number(1))]);
        Assert.True(more.IsAsked(home, "p7q8r9"));
    }

    [Fact]
    public void A_group_moves_as_one_block_within_the_one_around_it()
    {
        var text = DefinitionFiles
            .Text(Nested)
            .Replace("- group: cloud", "- group: cloud\n        order: random", StringComparison.Ordinal);
        var section = Linter
            .Parse(
                text.Replace("when: \"share > 0\"", "when: \"persons > 20\"", StringComparison.Ordinal),
                "x.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow()
            .Sections[0];

        var orders = Enumerable
            .Range(0, 200)
            .Select(seed => string.Join(' ', Shuffle.QuestionsOf(section, (ulong)seed).Select(question => question.Id)))
            .ToHashSet();

        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.StartsWith("persons ", order, StringComparison.Ordinal));
        Assert.All(orders, order => Assert.Contains("cost outside", order, StringComparison.Ordinal));
    }

    [Fact]
    public void Questions_of_a_group_may_not_read_what_may_come_after_it()
    {
        var text = DefinitionFiles
            .Text(Nested)
            .Replace("- group: cloud", "- group: cloud\n        order: random", StringComparison.Ordinal);

        var moved = text.Replace("type: amount, text", "type: amount, min: share, text", StringComparison.Ordinal);

        Assert.Contains(
            Linter.Parse(moved, "x.yaml", RepositoryFiles.Classifications).Problems,
            problem => problem.Code == "shuffled-condition" && problem.Message.Contains("'cost' reads 'share'", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("share > 0", "persons < 10", "unreachable-group")]
    [InlineData("share > 0", "persons >= 10", "condition-always-true")]
    public void Conditions_within_a_group_are_looked_at_under_those_around_it(string before, string after, string code)
    {
        var text = DefinitionFiles.Text(Nested).Replace($"when: \"{before}\"", $"when: \"{after}\"", StringComparison.Ordinal);

        var problems = Linter.Parse(text, "x.yaml", RepositoryFiles.Classifications).Problems;

        Assert.Contains(code, problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData(Nested, "share > 0", "share > 1", "groups.provider/when")]
    [InlineData(InRoster, "staff > 0", "staff > 1", "groups.work/when")]
    [InlineData(InRoster, "en: At home", "en: From home", "groups.home/title")]
    [InlineData(Nested, "      - group: cloud", "      - group: sky", "/questions.outside")]
    public void A_change_of_a_group_is_a_change_of_the_questionnaire(string file, string before, string after, string where)
    {
        var text = DefinitionFiles.Text(file);
        var changed = Linter
            .Parse(text.Replace(before, after, StringComparison.Ordinal), "x.yaml", RepositoryFiles.Classifications)
            .OrThrow();

        var diff = QuestionnaireDiff.Of(DefinitionFiles.Read(file).OrThrow(), changed);

        Assert.Contains(diff.Changes, change => change.Where.EndsWith(where, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("checks: []")]
    [InlineData("order: random")]
    public void A_group_within_a_roster_has_neither_checks_nor_an_order(string line)
    {
        var text = DefinitionFiles
            .Text(InRoster)
            .Replace("- group: work\n", $"- group: work\n            {line}\n", StringComparison.Ordinal);

        var problems = Linter.Parse(text, "x.yaml", RepositoryFiles.Classifications).Problems;

        Assert.Contains("unknown-key", problems.Select(problem => problem.Code));
    }

    private static Answers Given(params (string Variable, Answer Answer)[] answers) =>
        Answers.Of(answers.ToDictionary(one => one.Variable, one => one.Answer));
}
