namespace Dmk.Maturity.Questionnaires.Tests;

public class QuestionnaireDiffTests
{
    public static TheoryData<string> Cases => [.. ChangeCase.Lines];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_change_is_seen_in_its_place_with_its_verdict(string line)
    {
        var expected = ChangeCase.Parse(line);
        var yaml = expected.ApplyTo(ChangeCase.BeforeYaml);
        Assert.NotNull(yaml);

        var diff = QuestionnaireDiff.Of(ChangeCase.Before, Read(yaml));

        Assert.Equal(
            expected.Changes.Order(StringComparer.Ordinal),
            diff.Changes.Select(change => $"{change.Kind} {change.Where}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(expected.Verdict, $"{diff.Drafts} {diff.Series} {diff.LeastVersion}");
        Assert.All(diff.Changes, change => Assert.EndsWith(".", change.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_change_has_a_case() =>
        Assert.Equal(
            ChangeKind.All.Select(kind => kind.Code).Order(StringComparer.Ordinal),
            ChangeCase
                .Lines.SelectMany(line => ChangeCase.Parse(line).Changes)
                .Select(change => change.Split(' ')[0])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Codes_of_kinds_are_unique() =>
        Assert.Equal(ChangeKind.All.Count, ChangeKind.All.Select(kind => kind.Code).Distinct().Count());

    [Fact]
    public void The_same_content_needs_no_other_number()
    {
        var diff = QuestionnaireDiff.Of(ChangeCase.Before, Read(ChangeCase.BeforeYaml.ReplaceLineEndings("\r\n")));

        Assert.Empty(diff.Changes);
        Assert.Equal((DraftVerdict.CarryOn, SeriesVerdict.Comparable, VersionStep.None), (diff.Drafts, diff.Series, diff.Step));
        Assert.Null(diff.NumberProblem("questionnaire.yaml"));
    }

    [Theory]
    [InlineData("1.2.3", false)]
    [InlineData("1.2.99", false)]
    [InlineData("0.9.9", false)]
    [InlineData("1.3.0", true)]
    [InlineData("1.10.0", true)]
    [InlineData("2.0.0", true)]
    public void A_number_that_is_too_low_is_refused_with_the_reason(string version, bool suffices)
    {
        var after = Read(
            ChangeCase
                .BeforeYaml.Replace("1.2.3", version, StringComparison.Ordinal)
                .Replace("maximumLength: 20", "maximumLength: 30", StringComparison.Ordinal)
        );

        var problem = QuestionnaireDiff.Of(ChangeCase.Before, after).NumberProblem("questionnaire.yaml");

        Assert.Equal(suffices, problem is null);
        if (problem is not null)
        {
            Assert.Equal("version-too-low", problem.Code);
            Assert.Contains(
                "1.3.0 or higher (limit-loosened at sections.it/questions.remark/maximumLength)",
                problem.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.-3")]
    [InlineData("one.two.three")]
    [InlineData("")]
    public void What_is_no_version_is_said(string version) =>
        Assert.Contains(
            $"'{version}'",
            Assert.Throws<FormatException>(() => VersionNumber.Parse(version)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Shipped_questionnaires_do_not_differ_from_themselves() =>
        Assert.All(
            RepositoryFiles.QuestionnaireFiles,
            file =>
            {
                var questionnaire = Questionnaire.Read(file, RepositoryFiles.Classifications).OrThrow();
                Assert.Empty(
                    QuestionnaireDiff
                        .Of(questionnaire, Questionnaire.Parse(questionnaire.Source, "again", RepositoryFiles.Classifications).OrThrow())
                        .Changes
                );
            }
        );

    private static Questionnaire Read(string yaml) => Questionnaire.Parse(yaml, "after.yaml", RepositoryFiles.Classifications).OrThrow();
}
