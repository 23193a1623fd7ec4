using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

public sealed class ConditionFitTests
{
    [Theory]
    [InlineData("persons > 4 and not (land_now == 'A')")]
    [InlineData("answered(land_now)")]
    public void A_condition_on_kept_answers_can_be_declared(string where) =>
        Assert.Empty(ConditionFit.Problems(Declaring(where), SmallSurvey.Questionnaire));

    [Theory]
    [InlineData("score('total') > 50", "on a score")]
    [InlineData("persons > 4 or not (score('total') > 50)", "on a score")]
    [InlineData("nonsense == 1", "keeps no answer 'nonsense'")]
    [InlineData("land_now == 'nowhere'", "has the codes")]
    [InlineData("land_now > 'A'", "no order")]
    [InlineData("persons >", "cannot be read")]
    public void What_cannot_be_looked_up_or_is_on_a_score_is_refused_where_it_stands(string where, string why)
    {
        var design = Declaring(where);

        var problem = Assert.Single(ConditionFit.Problems(design, SmallSurvey.Questionnaire));

        Assert.Equal("condition-invalid", problem.Code);
        Assert.Equal(Assert.Single(design.Conditions).Written, problem.Place);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_more_conditions_tell_together_than_can_be_decided_is_not_declared()
    {
        Assert.DoesNotContain("too-many", Codes(4));
        Assert.Contains("too-many", Codes(5));
    }

    private static IEnumerable<string> Codes(int conditions) =>
        StudyDesign
            .Parse(
                Yaml(string.Join(", ", Enumerable.Range(0, conditions).Select(number => One($"c{number}", "persons > 4")))),
                "study.yaml",
                SmallSurvey.Classifications
            )
            .Problems.Select(problem => problem.Code);

    private static StudyDesign Declaring(string where) =>
        StudyDesign.Parse(Yaml(One("some", where)), "study.yaml", SmallSurvey.Classifications).OrThrow();

    private static string One(string id, string where) => $"{id}: {{ title: {{ de: Einige, en: Some }}, where: \"{where}\" }}";

    private static string Yaml(string conditions) =>
        $"{SmallStudy.Yaml}\nestimands: {{ personsEmployed: persons }}\nfilters: [land_now]\nconditions: {{ {conditions} }}\n";
}
