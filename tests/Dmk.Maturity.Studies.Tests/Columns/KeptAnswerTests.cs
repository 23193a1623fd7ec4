using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Which answers a study can keep for filters, and what is kept of them.</summary>
public sealed class KeptAnswerTests
{
    private const string Yaml = """
        id: kept
        version: 1.0.0
        languages: [de, en]
        title: { de: "Behalten", en: "Kept" }
        sections:
          - id: firm
            title: { de: "Unternehmen", en: "Company" }
            questions:
              - id: plan
                type: single
                missing: [dontKnow]
                options: [ { code: "yes", de: "Ja", en: "Yes" }, { code: "no", de: "Nein", en: "No" } ]
                text: { de: "Plan?", en: "Plan?" }
              - id: areas
                type: multiple
                options: [ { code: office, de: "Büro", en: "Office" }, { code: sales, de: "Verkauf", en: "Sales" } ]
                text: { de: "Wo?", en: "Where?" }
              - id: parts
                type: grid
                rows: [ { id: site, de: "Standort", en: "Site" }, { id: travel, de: "Unterwegs", en: "Travel" } ]
                options: [ { code: good, de: "Gut", en: "Good" }, { code: bad, de: "Schlecht", en: "Bad" } ]
                text: { de: "Netz?", en: "Network?" }
              - { id: persons, type: integer, min: 0, max: 1000, text: { de: "Personen?", en: "Persons?" } }
              - { id: share, type: percentage, text: { de: "Anteil?", en: "Share?" } }
              - { id: words, type: text, text: { de: "Bemerkung?", en: "Remark?" } }
        computed:
          - { id: large, value: "persons >= 10" }
          - { id: half, value: "persons / 2" }
        """;

    private static readonly Questionnaire _questionnaire = Questionnaire
        .Parse(Yaml, "questionnaire.yaml", Repository.Classifications)
        .OrThrow();

    [Fact]
    public void Codes_numbers_and_truths_are_kept_and_everything_else_is_missing()
    {
        var said = Interview.Of(
            _questionnaire,
            Answers.Of(
                new Dictionary<string, Answer>
                {
                    ["plan"] = new Answer.Coded("yes"),
                    ["areas"] = new Answer.CodedSet(["office"]),
                    ["parts.site"] = new Answer.Coded("bad"),
                    ["persons"] = new Answer.Number(15),
                }
            )
        );
        Assert.Equal(
            """["yes",1,0,"bad",null,15,1,7.5]""",
            System.Text.Encoding.UTF8.GetString(KeptValues.Write([.. Ids().Select(id => Kept(id).ValueOf(said))]))
        );
        var silent = Interview.Of(
            _questionnaire,
            Answers.Of([KeyValuePair.Create<string, Answer>("plan", new Answer.Missing(MissingReason.DontKnow))])
        );
        Assert.All(Ids(), id => Assert.True(Kept(id).ValueOf(silent).IsMissing));
        Assert.All(Ids(), id => Assert.Null(Kept(id).Check(_questionnaire)));
    }

    [Fact]
    public void What_was_kept_is_read_as_it_was_written()
    {
        KeptValue[] values = [new("a\"b", double.NaN), KeptValue.Missing, KeptValue.Of(0.1 + 0.2), KeptValue.Of(1e7)];
        Assert.Equal(values, KeptValues.Read(KeptValues.Write(values)));
    }

    [Theory]
    [InlineData("nonsense", "unknown-question")]
    [InlineData("areas.nonsense", "unknown-question")]
    [InlineData("words", "cannot-filter")]
    [InlineData("share", "cannot-filter")]
    [InlineData("areas", "cannot-filter")]
    [InlineData("parts", "cannot-filter")]
    public void What_cannot_be_kept_is_said(string id, string code) => Assert.Equal(code, Kept(id).Check(_questionnaire)?.Code);

    [Fact]
    public void A_study_says_where_a_filter_is_wrong_and_keeps_the_persons_first()
    {
        var yaml = SmallStudy.Yaml + "\nestimands: { personsEmployed: persons }\nfilters: [nonsense, land_now, persons]\n";
        var design = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).OrThrow();
        Assert.Equal(["persons", "nonsense", "land_now"], design.Kept.Select(kept => kept.Id));
        var problem = Assert.Single(design.Check(SmallSurvey.Questionnaire), problem => problem.Code == "unknown-question");
        Assert.Equal((yaml.Split('\n').Length - 1, 11), (problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void A_filter_stands_once_and_there_are_not_many()
    {
        Assert.Contains("duplicate-id", CodesOf("filters: [a, a]"));
        Assert.Contains("too-many", CodesOf($"filters: [{string.Join(", ", Enumerable.Range(0, 41).Select(number => $"a{number}"))}]"));
    }

    private static IEnumerable<string> CodesOf(string filters) =>
        StudyDesign
            .Parse($"{SmallStudy.Yaml}\n{filters}\n", "study.yaml", SmallSurvey.Classifications)
            .Problems.Select(problem => problem.Code);

    private static string[] Ids() => ["plan", "areas.office", "areas.sales", "parts.site", "parts.travel", "persons", "large", "half"];

    private static KeptAnswer Kept(string id) => new(id, new("study.yaml", 1, 1));
}
