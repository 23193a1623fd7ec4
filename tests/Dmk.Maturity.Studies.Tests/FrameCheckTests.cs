using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Answers that place a company elsewhere than the frame does are asked about; answers that the frame gives are no answers of the
/// company.</summary>
public class FrameCheckTests
{
    private const string Form = """
        id: seats
        version: 1.0.0
        languages: [de, en]
        title: { de: "Sitze", en: "Seats" }
        sections:
          - id: firm
            title: { de: "Unternehmen", en: "Company" }
            questions:
              - { id: seat, type: single, codelist: land, prefill: land, missing: [refused], text: { de: "Sitz?", en: "Seat?" } }
              - { id: branch, type: codeSearch, classification: sector, levels: [1], text: { de: "Branche?", en: "Sector?" } }
              - { id: men, type: integer, min: 0, text: { de: "Männer?", en: "Men?" } }
              - { id: women, type: integer, min: 0, when: "men > 0", text: { de: "Frauen?", en: "Women?" } }
        computed:
          - { id: persons, value: "men + women" }
        """;

    private const string StudyYaml = """
        id: seats-2027
        wave: 2027
        title: { de: "Sitze 2027", en: "Seats 2027" }
        questionnaire: seats@1.0.0
        indices: [seats-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        population: { strata: [land, sector, size] }
        reporting:
          land: { from: seat, title: { de: "Land", en: "Land" }, heldAgainstFrame: true }
          sector: { from: branch, heldAgainstFrame: { message: { de: "{frame} oder {answer}?", en: "{answer}, not {frame}?" } } }
          size: { from: persons, classification: size-class, heldAgainstFrame: { explain: required } }
        weights:
          nonresponse: { groups: stratum, minimumRespondents: 1, collapse: [ { over: sector, order: cyclic } ] }
        report: { by: [land], lattice: [[land]] }
        confidentiality: { minimumRespondents: 3, reason: made up }
        """;

    private const string SectorHeld = """, heldAgainstFrame: { message: { de: "{frame} oder {answer}?", en: "{answer}, not {frame}?" } }""";

    private static readonly Questionnaire _form = Questionnaire.Parse(Form, "seats.yaml", Repository.Classifications).OrThrow();
    private static readonly StudyDesign _design = StudyDesign.Parse(StudyYaml, "study.yaml", Repository.Classifications).OrThrow();
    private static readonly FrameEntry _frame = new(_design.InFrame("SH", "energy-water", "S1"), null, null);

    [Theory]
    [InlineData("seat=SH branch=energy-water men=2 women=3", "")]
    [InlineData("", "study.nothingAnswered")]
    [InlineData("seat=SN", "frame.land")]
    [InlineData("branch=construction", "frame.sector")]
    [InlineData("men=100 women=200", "frame.size")]
    [InlineData("seat=BY branch=manufacturing men=300 women=0", "frame.land frame.sector frame.size")]
    [InlineData("men=300", "")] // The sum is not known yet.
    [InlineData("men=0 women=300", "")] // The second is not asked, so that there is no sum.
    [InlineData("seat=!refused", "study.nothingAnswered")]
    [InlineData("seat=SH", "study.nothingAnswered")] // As the frame gave it.
    [InlineData("seat=SH men=1", "")]
    public void What_differs_from_the_frame_is_asked_about(string answers, string checks) =>
        Assert.Equal(checks, string.Join(' ', Fired(answers).Select(fired => fired.Id)));

    [Fact]
    public void The_question_names_both_and_stands_where_it_can_be_put_right()
    {
        var fired = Fired("seat=SN branch=construction men=100 women=200");

        Assert.Equal(
            "Land: Bei uns steht für Ihr Unternehmen „Schleswig-Holstein“, nach Ihrer Angabe ist es „Sachsen“. Stimmt Ihre Angabe?",
            fired[0].Check.Message.De
        );
        Assert.Contains("'Schleswig-Holstein'", fired[0].Check.Message.En, StringComparison.Ordinal);
        var sector = _design.Variable("sector")!;
        Assert.Equal($"{sector.LabelOf("construction").En}, not {sector.LabelOf("energy-water").En}?", fired[1].Check.Message.En);
        Assert.Equal(["men", "women"], fired[2].Variables);
        Assert.Equal(new CheckScope.AtQuestion("women"), fired[2].Check.Scope);
        Assert.Equal([Explanation.None, Explanation.None, Explanation.Required], fired.Select(one => one.Check.Explain));
        Assert.All(fired, one => Assert.Equal(CheckLevel.Soft, one.Check.Level));
    }

    [Fact]
    public void The_form_begins_with_what_the_frame_knows()
    {
        Assert.Equal([KeyValuePair.Create<string, Answer>("seat", new Answer.Coded("SH"))], _design.Prefilled(_frame, _form).All);
    }

    /// <summary>A number that the question does not take is left out, like one that the frame does not have.</summary>
    [Theory]
    [InlineData(0, "men=0")]
    [InlineData(250, "men=250")]
    [InlineData(-1, "")]
    [InlineData(null, "")]
    public void The_number_of_persons_is_among_it(int? persons, string begun)
    {
        var form = Questionnaire
            .Parse(
                Form.Replace("id: men,", "id: men, prefill: persons,", StringComparison.Ordinal),
                "seats.yaml",
                Repository.Classifications
            )
            .OrThrow();

        var answers = _design.Prefilled(_frame with { Persons = persons }, form).All.Where(one => one.Value is Answer.Number);

        Assert.Equal(begun, string.Join(' ', answers.Select(one => $"{one.Key}={((Answer.Number)one.Value).Value}")));
    }

    [Theory]
    [InlineData("strata: [land, sector, size]", "strata: [land]", "prefill: land", "prefill: sector", "sector")]
    [InlineData(
        "land: { from: seat,",
        "land: { from: seat, codes: [ { code: SH, de: S, en: S }, { code: XX, de: X, en: X } ],",
        "prefill: land",
        "prefill: land",
        "'XX'"
    )]
    public void A_question_begins_with_nothing_that_the_frame_does_not_know(
        string find,
        string put,
        string inForm,
        string instead,
        string named
    )
    {
        var yaml = Form.Replace(inForm, instead, StringComparison.Ordinal);
        var form = Questionnaire
            .Parse(
                instead == "prefill: sector" ? yaml.Replace("codelist: land", "codelist: sector", StringComparison.Ordinal) : yaml,
                "seats.yaml",
                Repository.Classifications
            )
            .OrThrow();
        var study = StudyYaml
            .Replace(find, put, StringComparison.Ordinal)
            .Replace("{ over: sector, order: cyclic }", "", StringComparison.Ordinal)
            .Replace(SectorHeld, "", StringComparison.Ordinal)
            .Replace(", heldAgainstFrame: { explain: required }", "", StringComparison.Ordinal);
        var design = StudyDesign.Parse(study, "study.yaml", Repository.Classifications).OrThrow();

        var problem = Assert.Single(design.Check(form), problem => problem.Code == "prefill-not-in-frame");
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FiredCheck> Fired(string answers) =>
        _design.Fired(
            _frame,
            Interview.Of(
                _form,
                Answers.Of(
                    answers
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(one => one.Split('='))
                        .Select(one => KeyValuePair.Create(one[0], AnswerOf(one[0], one[1])))
                )
            )
        );

    private static Answer AnswerOf(string id, string written) =>
        written == "!refused" ? new Answer.Missing(MissingReason.Refused)
        : id is "men" or "women" ? new Answer.Number(decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture))
        : new Answer.Coded(written);
}
