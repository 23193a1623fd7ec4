using System.Text;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A study that reports by more than Land, sector and size, from its file to its tables: whether a company is a craft business and
/// how old it is, which only answers tell, and groups of sectors and of Länder.</summary>
public class DeclaredVariablesTests
{
    private const string QuestionnaireYaml = """
        id: crafts
        version: 1.0.0
        languages: [de, en]
        title: { de: "Handwerk", en: "Crafts" }
        sections:
          - id: firm
            title: { de: "Unternehmen", en: "Company" }
            questions:
              - id: craft
                type: single
                options: [ { code: "yes", de: "Ja", en: "Yes" }, { code: "no", de: "Nein", en: "No" } ]
                text: { de: "Handwerk?", en: "Craft?" }
              - { id: founded, type: integer, min: 1800, max: 2027, text: { de: "Gegründet?", en: "Founded?" } }
              - { id: share, type: percentage, text: { de: "Anteil?", en: "Share?" } }
        computed:
          - { id: age, value: "2027 - founded" }
        """;

    private const string IndexYaml = """
        id: crafts-index
        version: 1.0.0
        title: { de: "Reife", en: "Maturity" }
        questionnaire: crafts@1
        scale: { from: 0, to: 100 }
        levels: [ { id: all, from: 0, de: "Alle", en: "All" } ]
        index:
          id: total
          title: { de: "Insgesamt", en: "Total" }
          aggregate: arithmetic
          children:
            - { id: share, weight: 1, question: share, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
        """;

    private const string StudyYaml = """
        id: crafts-2027
        wave: 2027
        title: { de: "Handwerk 2027", en: "Crafts 2027" }
        questionnaire: crafts@1.0.0
        indices: [crafts-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        population: { strata: [land, sector] }
        reporting:
          landGroup: { of: land, title: { de: "Ländergruppe", en: "group of Länder" } }
          sectorGroup: { of: sector }
          craft:
            from: craft
            title: { de: "Handwerk", en: "craft" }
            codes: [ { code: "yes", de: "Handwerk", en: "Craft" }, { code: "no", de: "kein Handwerk", en: "No craft" } ]
          age:
            from: age
            codes: [ { code: young, from: 0, to: 4, de: "bis 4 Jahre", en: "up to 4 years" }, { code: old, from: 5, de: "älter", en: "older" } ]
        estimands: { personsEmployed: founded }
        weights:
          nonresponse:
            groups: stratum
            minimumRespondents: 1
            collapse: [ { over: sector, order: cyclic } ]
        report:
          by: [land, landGroup, sectorGroup, craft, age]
          lattice: [[land], [landGroup], [craft], [age], [land, craft], [landGroup, craft], [sectorGroup, craft], [craft, age]]
        confidentiality: { minimumRespondents: 3, reason: made up }
        """;

    private static readonly Questionnaire _questionnaire = Questionnaire
        .Parse(QuestionnaireYaml, "questionnaire.yaml", Repository.Classifications)
        .OrThrow();

    private static readonly IndexModel _model = IndexModel.Parse(IndexYaml, "index.yaml", _questionnaire).OrThrow();

    private static readonly StudyDesign _design = StudyDesign.Parse(StudyYaml, "study.yaml", Repository.Classifications).OrThrow();

    private static readonly Study _study = new(
        _design,
        StudyVersion.Of([_questionnaire], _ => [_model]),
        [.. Places.Select(place => new FrameStratum(_design.InFrame(place.Land, place.Sector), 100, 20))],
        Origin.Synthetic,
        StudyPhase.InField
    );

    private static (string Land, string Sector)[] Places =>
        [("BE", "construction"), ("BE", "trade"), ("SN", "construction"), ("SN", "trade"), ("BY", "construction"), ("BY", "trade")];

    [Fact]
    public void The_study_fits_its_questionnaire()
    {
        Assert.Empty(_design.Check(_questionnaire));
        Assert.Equal(["land", "sector", "craft", "age", "landGroup", "sectorGroup"], _design.Variables.Select(one => one.Id));
        Assert.Equal("founded", _design.PersonsEmployed);
    }

    [Theory]
    [InlineData("yes", 2025, "BE/trade/yes/young")]
    [InlineData("no", 1990, "BE/trade/no/old")]
    [InlineData(null, null, "BE/trade/notStated/notStated")]
    public void What_only_answers_tell_is_not_stated_without_one(string? craft, int? founded, string cell) =>
        Assert.Equal(cell, _design.CellOf(_design.InFrame("BE", "trade"), Company(craft, founded, 50)).ToString());

    [Fact]
    public void A_table_by_an_answer_has_its_codes_and_those_who_did_not_say()
    {
        var table = Table("craft");

        Assert.Equal(["yes", "no", ReportingCell.NotStated], table.Figures.Cells.Select(cell => cell.Codes.Single()));
        Assert.Equal([24, 24, 12], table.Figures.Cells.Select(cell => cell.Figure.Estimate!.Respondents));
        Assert.Equal([80.0, 20.0, 50.0], table.Figures.Cells.Select(cell => Math.Round(cell.Figure.Estimate!.Value, 9)));
        Assert.Equal(60, table.Figures.Total.Figure.Estimate!.Respondents);
        Assert.Equal("not stated", Assert.Single(table.Figures.NamesOf(table.Figures.Cells[2], Language.English)));
    }

    [Fact]
    public void Groups_hold_what_their_codes_hold()
    {
        var groups = Table("landGroup").Figures;

        Assert.Equal(["Sued", "Ost"], groups.Cells.Select(cell => cell.Codes.Single()));
        Assert.Equal([20, 40], groups.Cells.Select(cell => cell.Figure.Estimate!.Respondents));
        Assert.Equal([200, 400], groups.Cells.Select(cell => Math.Round(cell.Figure.Estimate!.Population, 9)));
    }

    [Fact]
    public void A_part_is_read_from_a_table_that_is_reported_anyway()
    {
        var east = Table("craft", new VariableCode("landGroup", "Ost")).Figures;
        var whole = Table("landGroup,craft").Figures.Cells.Where(cell => cell.Codes[1] == "Ost" || cell.Codes[0] == "Ost").ToArray();

        Assert.Equal(whole.Select(cell => cell.Figure.Estimate), east.Cells.Select(cell => cell.Figure.Estimate));
        Assert.Equal(40, east.Total.Figure.Estimate!.Respondents);
        Assert.Equal("East", Assert.Single(east.NamesOf(east.Total, Language.English)));
    }

    [Theory]
    [InlineData("craft", "sector", "trade", "TABLE_UNKNOWN")]
    [InlineData("craft", "landGroup", "Mitte", "FILTER_UNKNOWN")]
    [InlineData("craft", "planet", "Mars", "FILTER_UNKNOWN")]
    [InlineData("age,land", "landGroup", "Ost", "TABLE_UNKNOWN")]
    public void A_part_that_no_table_shows_is_refused(string by, string variable, string code, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<ResultRequestException>(() => Table(by, new VariableCode(variable, code))).Code);

    /// <summary>A single craft business of Berlin without a stated age could be had from the groups, were groups and codes not protected
    /// together.</summary>
    [Fact]
    public void A_withheld_code_does_not_follow_from_its_group()
    {
        var moments = Moments();
        var frame = _design.InFrame("BY", "trade");
        var lonely = Company("yes", 2026, 10);
        moments.At(frame, _design.CellOf(frame, lonely).With(0, "SL")).Add(_model.Score(lonely));

        var lattice = WeightedStudy.Of(_design, _study.Frame, moments).Protect(_model, _model.Nodes[0], TestGate.Economist);
        var laender = lattice.Table([_design.Land], []);
        var groups = lattice.Table([_design.Variable("landGroup")!], []);

        Assert.Equal(CellStatus.FewRespondents, laender.Cells.Single(cell => cell.Codes[0] == "SL").Figure.Status);
        Assert.Equal(CellStatus.FewRespondents, groups.Cells.Single(cell => cell.Codes[0] == "West").Figure.Status);
        Assert.Contains(laender.Cells, cell => cell.Figure.Status == CellStatus.ProtectsAnother);
        Assert.Contains(groups.Cells, cell => cell.Figure.Status == CellStatus.ProtectsAnother);
    }

    /// <summary>A section with a single division, and companies that did not say and stand under no section either: a group is not finer
    /// than what it groups because it holds one code.</summary>
    [Fact]
    public void Groups_may_hold_a_single_code_or_companies_that_did_not_say()
    {
        var design = StudyDesign
            .Parse(
                StudyYaml
                    .Replace(
                        "  sectorGroup:",
                        "  division: { from: division }\n  section: { of: division }\n  sectorGroup:",
                        StringComparison.Ordinal
                    )
                    .Replace("by: [land,", "by: [land, division, section,", StringComparison.Ordinal)
                    .Replace("[[land],", "[[land], [division], [section], [land, division], [land, section],", StringComparison.Ordinal),
                "study.yaml",
                new Classifications([
                    .. Repository.Classifications.All,
                    Codes("division", "section", ("35", "D"), ("41", "F"), ("42", "F"), ("99", null)),
                    Codes("section", null, ("D", null), ("F", null)),
                ])
            )
            .OrThrow();
        var moments = new StudyMoments(_model.Nodes.Count);
        string[] divisions = ["35", "41", "42", "99", ReportingCell.NotStated];
        foreach (var division in divisions.SelectMany(division => Enumerable.Repeat(division, 4)))
        {
            var frame = design.InFrame("BE", "trade");
            var place = ((VariableSource.Cell)design.Variable("division")!.Source).Place;
            moments.At(frame, frame.With(place, division)).Add(_model.Score(Company("yes", 2025, 50)));
        }

        var lattice = WeightedStudy
            .Of(design, [new(design.InFrame("BE", "trade"), 100, 20)], moments)
            .Protect(_model, _model.Nodes[0], TestGate.Economist);

        Assert.Equal([4, 4, 4, 4, 4], Respondents("division"));
        Assert.Equal([4, 8, 8], Respondents("section"));
        Assert.Equal([4, 8, 8], Respondents("land", "section"));

        IEnumerable<long> Respondents(params string[] by)
        {
            var table = lattice.Table([.. by.Select(id => design.Variable(id)!)], []);
            return table.Cells.Select(cell => cell.Figure.Estimate?.Respondents ?? 0).Where(count => count > 0);
        }
    }

    private static Classification Codes(string id, string? parents, params (string Code, string? Parent)[] codes) =>
        new(
            id,
            new(id, id),
            "",
            "",
            [
                .. codes.Select(one => new ClassificationEntry(
                    one.Code,
                    new(one.Code, one.Code),
                    one.Parent,
                    new Dictionary<string, string>()
                )),
            ]
        )
        {
            ParentsIn = parents,
        };

    /// <summary>Two bandings of one number differ by the companies between their bounds, perhaps by a single one.</summary>
    [Theory]
    [InlineData("founded")]
    [InlineData("age")]
    [InlineData("doubled")]
    public void One_answer_decides_one_variable(string from)
    {
        var design = Edited("  craft:\n", $"  era: {{ from: {from}, codes: [ {{ code: all, from: 0, de: A, en: A }} ] }}\n  craft:\n");
        var questionnaire = Questionnaire
            .Parse(QuestionnaireYaml + "\n  - { id: doubled, value: \"age * 2\" }\n", "questionnaire.yaml", Repository.Classifications)
            .OrThrow();

        Assert.Contains(design.Check(questionnaire), problem => problem.Code == "same-source");
    }

    [Theory]
    [InlineData("codes: [ { code: \"yes\", de: \"Handwerk\", en: \"Craft\" } ]", "codes-not-covered")]
    [InlineData("codes: [ { code: ja, de: \"Handwerk\", en: \"Craft\" } ]", "question-does-not-classify")]
    [InlineData(
        "codes: [ { code: \"yes\", de: J, en: Y }, { code: \"no\", de: N, en: N }, { code: maybe, de: V, en: M } ]",
        "code-never-given"
    )]
    public void Codes_cover_what_can_be_answered(string codes, string code)
    {
        var design = Edited(
            "codes: [ { code: \"yes\", de: \"Handwerk\", en: \"Craft\" }, { code: \"no\", de: \"kein Handwerk\", en: \"No craft\" } ]",
            codes
        );

        Assert.Equal(code, Assert.Single(design.Check(_questionnaire)).Code);
    }

    [Theory]
    [InlineData("personsEmployed: founded", "personsEmployed: share")]
    [InlineData("personsEmployed: founded", "personsEmployed: isOld")]
    [InlineData("    from: age\n", "    from: isOld\n")]
    public void A_truth_or_a_share_is_no_number_of_something(string find, string put)
    {
        var questionnaire = Questionnaire
            .Parse(QuestionnaireYaml + "\n  - { id: isOld, value: \"age > 5\" }\n", "questionnaire.yaml", Repository.Classifications)
            .OrThrow();

        Assert.Contains(Edited(find, put).Check(questionnaire), problem => problem.Code is "not-a-number" or "question-does-not-classify");
    }

    [Theory]
    [InlineData("land,land", "craft=yes")]
    [InlineData("craft", "craft=yes")]
    [InlineData("land", "craft=yes craft=no")]
    public void A_variable_stands_once_in_a_request(string by, string filter)
    {
        var parts = filter.Split(' ').Select(part => part.Split('=')).Select(part => new VariableCode(part[0], part[1])).ToArray();

        var refused = Assert.Throws<ResultRequestException>(() => Table(by, parts));

        Assert.Contains("stands twice", refused.Message, StringComparison.Ordinal);
    }

    private static StudyDesign Edited(string find, string put)
    {
        Assert.Contains(find, StudyYaml, StringComparison.Ordinal);
        return StudyDesign
            .Parse(StudyYaml.Replace(find, put, StringComparison.Ordinal), "study.yaml", Repository.Classifications)
            .OrThrow();
    }

    /// <summary>The two say the same of each company, so a table by both says all by one of them.</summary>
    [Fact]
    public void A_group_beside_what_it_groups_is_redundant()
    {
        var reading = StudyDesign.Parse(
            StudyYaml.Replace("[land, craft],", "[land, landGroup],", StringComparison.Ordinal),
            "study.yaml",
            Repository.Classifications
        );

        Assert.Equal("redundant-variable", Assert.Single(reading.Problems).Code);
        Assert.Contains("Keep 'land'.", reading.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_public_may_not_read_does_not_keep_others_from_it()
    {
        var request = new ResultRequest
        {
            Study = _study,
            By = ["craft"],
            Audience = TestGate.Economist,
        };
        var cache = TableCache.Live(_study, _model, Moments(), new(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody));

        Assert.Throws<NotPermittedException>(() => cache.Table(request.Find(), Audience.Anyone));
        Assert.Equal(3, cache.Table(request.Find(), TestGate.Economist).Figures.Cells.Count);
        Assert.Throws<NotPermittedException>(() => cache.Table(request.Find(), Audience.Anyone));
    }

    [Fact]
    public void The_file_has_a_column_for_each_declared_variable()
    {
        var lines = Encoding
            .UTF8.GetString(TableCsv.Of(Table("craft,age"), Language.German))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith(
            "\uFEFFstudy,wave,synthetic,release,index,index_version,node,craft,age,name,estimate,",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Contains(",confidence_level,interval_method,maturity_level,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(",yes,young,\"Handwerk, bis 4 Jahre\",", StringComparison.Ordinal));
        Assert.Contains(",Total,Total,Deutschland,", lines[^1], StringComparison.Ordinal);
    }

    private static Result.Table Table(string by, params VariableCode[] filter)
    {
        var request = new ResultRequest
        {
            Study = _study,
            By = by.Split(','),
            Filter = filter,
            Audience = TestGate.Economist,
        };
        var state = new DataState(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody);
        return TableCache.Live(_study, _model, Moments(), state).Table(request.Find(), request.Audience);
    }

    /// <summary>Ten companies a stratum: four craft businesses with 80, four others with 20, two that do not say with 50.</summary>
    private static StudyMoments Moments()
    {
        var moments = new StudyMoments(_model.Nodes.Count);
        foreach (var (land, sector) in Places)
        {
            for (var number = 0; number < 10; number++)
            {
                var company =
                    number < 4 ? Company("yes", number % 2 == 0 ? 2025 : 1990, 80)
                    : number < 8 ? Company("no", number % 2 == 0 ? 2025 : 1990, 20)
                    : Company(null, null, 50);
                var frame = _design.InFrame(land, sector);
                moments.At(frame, _design.CellOf(frame, company)).Add(_model.Score(company));
            }
        }

        return moments;
    }

    private static Interview Company(string? craft, int? founded, int share)
    {
        var answers = new Dictionary<string, Answer> { ["share"] = new Answer.Number(share) };
        if (craft is not null)
        {
            answers["craft"] = new Answer.Coded(craft);
        }

        if (founded is { } year)
        {
            answers["founded"] = new Answer.Number(year);
        }

        return Interview.Of(_questionnaire, Answers.Of(answers));
    }
}
