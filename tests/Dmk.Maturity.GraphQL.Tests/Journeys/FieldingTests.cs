using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>An operator brings a study into the field through GraphQL alone, and a company answers it.</summary>
public sealed class FieldingTests : IAsyncLifetime
{
    private const string Import =
        "mutation A($csv: String!, $part: Int!, $of: Int!, $dry: Boolean!) { importFrame(study: \"fielded\", csv: $csv, part: $part, of: "
        + "$of, dryRun: $dry) { partsTaken stored units strata replaced mistakes { row column message } problems { code message } } }";

    private const string Draw =
        "mutation A($yaml: String!, $dry: Boolean!) { drawSample(study: \"fielded\", allocation: $yaml, seed: 7, dryRun: $dry) { method "
        + "sampled seed strata { population sampled } problems { code file line message } } }";

    private const string Status =
        "{ studyStatus(study: \"fielded\") { inFrame sampled next frame { file units } sample { method seed } study { phase strata { "
        + "sampled } } } }";

    private const string Publish =
        "mutation A($study: String!, $form: String!, $index: [String!]!) { publishStudy(study: $study, questionnaire: $form, indices: "
        + "$index, synthetic: true) { study { id phase synthetic } problems { code file line message } } }";

    private const string Header = "unit;land;sector;size;previous.employed\n";

    private readonly Platform _platform = new();
    private string _operator = "";

    public async ValueTask InitializeAsync()
    {
        await _platform.InitializeAsync();
        _operator = await _platform.Token(Role.Operator);
    }

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task A_study_goes_from_its_files_to_an_answer()
    {
        await Publishes();
        Assert.Equal("importFrame", (await Asked(Status, "studyStatus")).GetProperty("next").GetString());
        Assert.Equal("NO_SAMPLE", (await _platform.Query("mutation { openStudy(id: \"fielded\") { id } }", token: _operator)).Code);

        Assert.Equal("1 False 2", Said(await Imports(Header + "U-1;BE;construction;S1;10\nU-2;SN;construction;S1;20\n", dry: true)));
        Assert.Equal("importFrame", (await Asked(Status, "studyStatus")).GetProperty("next").GetString());
        Assert.Equal("1 False -", Said(await Imports(Header + "U-1;BE;constr", 1, 2)));
        Assert.Equal("1 False -", Said(await Imports(Header + "U-1;BE;constr", 1, 2)));
        Assert.Equal("2 True 2", Said(await Imports("uction;S1;10\nU-2;SN;construction;S1;20\n", 2, 2)));

        var planned = await Asked(Draw, "drawSample", new { yaml = "method: census\n", dry = true });
        Assert.Equal((2, JsonValueKind.Null), (planned.GetProperty("sampled").GetInt32(), planned.GetProperty("seed").ValueKind));
        Assert.Equal("drawSample", (await Asked(Status, "studyStatus")).GetProperty("next").GetString());
        var drawn = await Asked(Draw, "drawSample", new { yaml = "method: census\n", dry = false });
        Assert.Equal((2, 7), (drawn.GetProperty("sampled").GetInt32(), drawn.GetProperty("seed").GetInt32()));
        Assert.Equal("sample-drawn", Problem(await Asked(Draw, "drawSample", new { yaml = "method: census\n", dry = false })));
        Assert.Equal("sample-drawn", Problem(await Imports(Header + "U-3;BE;construction;S1;10\n")));

        var opened = await _platform.Query("mutation { openStudy(id: \"fielded\") { phase } }", token: _operator);
        Assert.Equal("IN_FIELD", opened.Data.GetProperty("openStudy").GetProperty("phase").GetString());
        var status = await Asked(Status, "studyStatus");
        var strata = status.GetProperty("study").GetProperty("strata").EnumerateArray();
        Assert.Equal(
            "2 2  frame.csv census [1,1]",
            $"{status.GetProperty("inFrame")} {status.GetProperty("sampled")} {status.GetProperty("next")} "
                + $"{status.GetProperty("frame").GetProperty("file")} {status.GetProperty("sample").GetProperty("method")} "
                + $"[{string.Join(',', strata.Select(one => one.GetProperty("sampled")))}]"
        );
        await Answers();
    }

    /// <summary>What the form reads beside the answers is neither shown to the company nor taken from it.</summary>
    private async Task Answers()
    {
        var code = (await _platform.FieldWork.IssueCodes("fielded", 1, TestContext.Current.CancellationToken))[0].AccessCode;
        var entered = await _platform.Query("mutation A($code: String!) { enterCode(code: $code) { sessionToken } }", new { code });
        var company = entered.Data.GetProperty("enterCode").GetProperty("sessionToken").GetString();
        foreach (var fact in new[] { "today", "previous.employed" })
        {
            var refused = await _platform.Query(
                "mutation A($id: ID!) { saveAnswers(baseRevision: 0, answers: [{ variable: $id, number: 1 }]) { problems { code } } }",
                new { id = fact },
                company
            );
            Assert.Equal("unknownVariable", Problem(refused.Data.GetProperty("saveAnswers")));
        }

        var saved = await _platform.Query(
            "mutation { saveAnswers(baseRevision: 0, answers: [{ variable: \"employed\", number: 1000 }]) { revision } }",
            token: company
        );
        Assert.Equal(1, saved.Data.GetProperty("saveAnswers").GetProperty("revision").GetInt32());
        var shown = await _platform.Query("{ response { answers { variable } } checkResponse { soft { id variables } } }", token: company);
        Assert.Equal(
            """{"response":{"answers":[{"variable":"employed"}]},"checkResponse":{"soft":[{"id":"ratio","variables":["employed"]}]}}""",
            shown.Data.GetRawText()
        );
    }

    [Fact]
    public async Task A_questionnaire_is_checked_without_being_published()
    {
        const string Check = "query A($yaml: String!) { checkQuestionnaire(questionnaire: $yaml) { code line isError } }";
        const string Yaml = """
            id: checked
            version: 1.0.0
            languages: [de, en]
            title: { de: Umfrage, en: Survey }
            sections:
              - id: only
                title: { de: Abschnitt, en: Section }
                questions:
                  - { id: a, type: integer, min: 0, text: { de: Wie viele?, en: How many? } }
                  - { id: b, type: integer, min: 0, when: a < 0, text: { de: Wie alt?, en: How old? } }
            computed:
              - { id: c, value: a + 1 }
            """;

        var told = await Asked(Check, "checkQuestionnaire", new { yaml = Yaml });
        var good = await Asked(
            Check,
            "checkQuestionnaire",
            new { yaml = Yaml.Replace("a < 0", "a > 0 + c - c", StringComparison.Ordinal) }
        );
        var broken = await Asked(Check, "checkQuestionnaire", new { yaml = "id: [" });

        Assert.Equal(
            ["unreachable-question 10 True", "unused-computed 12 False"],
            told.EnumerateArray().Select(one => $"{one.GetProperty("code")} {one.GetProperty("line")} {one.GetProperty("isError")}")
        );
        Assert.Equal(0, good.GetArrayLength());
        Assert.Equal("yaml-syntax", broken[0].GetProperty("code").GetString());
        var published = await _platform.Query("{ questionnaires { id minutes } }");
        Assert.DoesNotContain("checked", published.Data.GetRawText(), StringComparison.Ordinal);
        Assert.All(
            published.Data.GetProperty("questionnaires").EnumerateArray(),
            one => Assert.InRange(one.GetProperty("minutes").GetDouble(), 0.1, 100)
        );
    }

    [Fact]
    public async Task Mistakes_come_back_with_their_places_and_nothing_is_stored()
    {
        var refused = await Asked(Publish, "publishStudy", Files(("type: percentage", "type: percent")));
        Assert.Equal((JsonValueKind.Null, "unknown-choice"), (refused.GetProperty("study").ValueKind, Problem(refused)));
        await Publishes();

        var imported = await Imports(Header + "U-1;XX;construction;S1;\nU-1;BE;construction;S1;many\n");
        Assert.Equal("1 False -", Said(imported));
        Assert.Equal(
            ["2 land", "3 previous.employed"],
            imported.GetProperty("mistakes").EnumerateArray().Select(one => $"{one.GetProperty("row")} {one.GetProperty("column")}")
        );
        Assert.Equal("part-unexpected", Problem(await Imports("x", 2, 3)));
        Assert.Equal("1 False -", Said(await Imports("x", 1, 3)));
        Assert.Equal("part-unexpected", Problem(await Imports("x", 3, 3)));
        Assert.Equal("part-unexpected", Problem(await Imports("x", 2, 4)));
        Assert.Equal("INVALID_ARGUMENT", (await _platform.Query(Import, Sent("x", 3, 2, false), _operator)).Code);
        Assert.Equal("no-frame", Problem(await Asked(Draw, "drawSample", new { yaml = "method: census\n", dry = false })));

        await Imports(Header + "U-1;BE;construction;S1;\n");
        Assert.NotEqual("", Problem(await Asked(Draw, "drawSample", new { yaml = "method: guess\n", dry = false })));
        Assert.Equal("drawSample", (await Asked(Status, "studyStatus")).GetProperty("next").GetString());
    }

    [Fact]
    public async Task A_made_up_respondent_is_explained()
    {
        const string Explain =
            "query A($answers: [AnswerInput!]!) { explainScore(study: \"small-study\", answers: $answers) { score nodes { node { id } "
            + "score points reads { variable value missing } } problems { variable code } } }";
        object[] good = [new { variable = "uses_ai", code = "wide" }, new { variable = "online_share", number = "40" }];
        var explained = await Asked(Explain, "explainScore", new { answers = good });
        var nodes = explained.GetProperty("nodes").EnumerateArray().ToArray();
        var score = explained.GetProperty("score").GetDouble();
        Assert.Equal(score, nodes[0].GetProperty("points").GetDouble(), 9);
        Assert.Equal(
            score,
            nodes.Where(node => node.GetProperty("reads").GetArrayLength() > 0).Sum(node => node.GetProperty("points").GetDouble()),
            9
        );
        Assert.Contains(nodes, node => node.GetProperty("reads").GetRawText().Contains("\"value\":\"wide\"", StringComparison.Ordinal));

        object[] bad = [new { variable = "uses_ai", code = "never" }, new { variable = "nobody", code = "x" }];
        var refused = await Asked(Explain, "explainScore", new { answers = bad });
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("score").ValueKind);
        Assert.Equal(
            ["unknownOption", "unknownVariable"],
            refused.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("code").GetString()).Order()
        );
        Assert.Equal(
            JsonValueKind.Null,
            (await Asked(Explain, "explainScore", new { answers = Array.Empty<object>() })).GetProperty("score").ValueKind
        );
    }

    private async Task Publishes()
    {
        var published = await Asked(Publish, "publishStudy", Files());
        Assert.Equal("", Problem(published));
        Assert.Equal("fielded", published.GetProperty("study").GetProperty("id").GetString());
        Assert.Equal("", Problem(await Asked(Publish, "publishStudy", Files())));
    }

    [Fact]
    public async Task A_code_that_there_is_not_is_answered_with_those_that_there_are_and_told_once()
    {
        await Publishes();

        var imported = await Imports(Header.Replace("sector", "wz2008", StringComparison.Ordinal) + "U-1;XX;1.11;S1;10\n");

        Assert.Equal(
            [
                "wz2008: '1.11' has lost its leading zero, as spreadsheets do; it may mean 01.11. Format the column as text and export "
                    + "it again.",
                "land: 'XX' is no code of 'land'. There are: SH, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH.",
            ],
            imported
                .GetProperty("mistakes")
                .EnumerateArray()
                .Select(mistake => $"{mistake.GetProperty("column").GetString()}: {mistake.GetProperty("message").GetString()}")
        );
    }

    private async Task<JsonElement> Imports(string csv, int part = 1, int of = 1, bool dry = false) =>
        await Asked(Import, "importFrame", Sent(csv, part, of, dry));

    private static object Sent(string csv, int part, int of, bool dry) =>
        new
        {
            csv,
            part,
            of,
            dry,
        };

    private async Task<JsonElement> Asked(string query, string field, object? variables = null)
    {
        var answer = await _platform.Query(query, variables, _operator);
        Assert.True(answer.Code is null, answer.Json.ToString());
        return answer.Data.GetProperty(field);
    }

    private static string Said(JsonElement imported) =>
        $"{imported.GetProperty("partsTaken")} {imported.GetProperty("stored")} "
        + (imported.GetProperty("units") is { ValueKind: JsonValueKind.Number } units ? units.GetRawText() : "-");

    private static string Problem(JsonElement payload) =>
        payload.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("code").GetString()).FirstOrDefault() ?? "";

    /// <summary>The small study under other names, with a check against the wave before and the day.</summary>
    private static object Files(params (string Find, string Put)[] edits)
    {
        var form = edits
            .Append(("id: small\n", "id: fielded-form\n"))
            .Append(
                (
                    "checks:\n",
                    "checks:\n  - { id: ratio, level: soft, must: \"employed <= previous.employed * 2 and year(today) > 2000\", message: { "
                        + "de: \"Viel mehr?\", en: \"Much more?\" } }\n"
                )
            )
            .Aggregate(Small("questionnaire.yaml"), (text, edit) => Edited(text, edit.Item1, edit.Item2));
        return new
        {
            study = Edited(
                Edited(Edited(Platform.SmallStudy().ReplaceLineEndings("\n"), "small-study", "fielded"), "small@", "fielded-form@"),
                "small-index",
                "fielded-index"
            ),
            form,
            index = new[]
            {
                Edited(Edited(Small("index.yaml"), "small-index", "fielded-index"), "questionnaire: small", "questionnaire: fielded-form"),
            },
        };
    }

    private static string Edited(string text, string find, string put)
    {
        Assert.Contains(find, text, StringComparison.Ordinal);
        return text.Replace(find, put, StringComparison.Ordinal);
    }

    private static string Small(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", file)).ReplaceLineEndings("\n");
}
