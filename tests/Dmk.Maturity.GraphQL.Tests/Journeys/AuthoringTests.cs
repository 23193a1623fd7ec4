using System.Text.Json;
using System.Xml.Linq;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What an author does by command, an operator does with texts in place of files; nothing is stored.</summary>
public sealed class AuthoringTests(Platform platform)
{
    private const string Yaml = """
        id: tiny
        version: 1.0.0
        languages: [de, en]
        title: { de: Klein, en: Tiny }
        sections:
          - id: firm
            title: { de: Betrieb, en: Firm }
            questions:
              - { id: persons, type: integer, min: 1, required: true, text: { de: Wie viele Personen?, en: How many persons? } }
              - id: tools
                type: multiple
                options: [ { code: chat, de: Chat, en: Chat }, { code: mail, de: Post, en: Mail } ]
                text: { de: Womit?, en: With what? }
          - id: growth
            when: persons > 10
            title: { de: Wachstum, en: Growth }
            questions:
              - { id: plans, type: text, text: { de: Was planen Sie?, en: What are your plans? } }
        checks:
          - { id: few, level: soft, must: persons <= 500, message: { de: So viele?, en: So many? } }
        """;

    private const string Index = """
        id: tiny-index
        version: 1.0.0
        questionnaire: tiny@1
        title: { de: Klein, en: Tiny }
        scale: { from: 0, to: 100 }
        levels: [ { id: low, from: 0, de: Niedrig, en: Low } ]
        index:
          id: total
          title: { de: Insgesamt, en: Total }
          aggregate: arithmetic
          weights: equal
          missing: { atLeast: { share: 0.5, of: applicable } }
          children:
            - { id: tooled, title: { de: Werkzeuge, en: Tools }, question: tools, score: { countShare: 2 }, missing: { unanswered: exclude } }
        """;

    private const string Passing = """
        respondents:
          - name: A small one
            answers: { persons: 3, tools: [chat] }
            doesNotAsk: [growth, plans]
            doesNotFire: [few]
            scores: { tiny-index: 50, tooled: 50 }
            submits: true
          - name: A large one
            answers: { persons: 600 }
            asks: [plans]
            fires: [few]
            submits: true
        """;

    private const string File = "file { name mediaType language text } problems { code line message }";

    [Fact]
    public async Task A_codebook_is_made_of_a_text()
    {
        const string Query = $"query A($yaml: String!) {{ questionnaireCodebook(questionnaire: $yaml) {{ {File} }} }}";

        var file = (await Asked(Query, new { yaml = Yaml })).GetProperty("file");

        var lines = file.GetProperty("text").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["variable", "persons", "tools", "plans"], lines.Select(line => line.Split(',')[0]));
        Assert.Contains("Wie viele Personen?,How many persons?", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ("tiny-codebook.csv", "text/csv", JsonValueKind.Null),
            (file.GetProperty("name").GetString(), file.GetProperty("mediaType").GetString(), file.GetProperty("language").ValueKind)
        );
        await MakesNothingOf(Query);
    }

    [Fact]
    public async Task A_codebook_has_what_is_computed_within_a_roster()
    {
        var yaml = await System.IO.File.ReadAllTextAsync(
            RepositoryFile.At("tests", "definitions", "features", "roster-computed.yaml"),
            TestContext.Current.CancellationToken
        );

        var made = await Asked($"query A($yaml: String!) {{ questionnaireCodebook(questionnaire: $yaml) {{ {File} }} }}", new { yaml });

        var text = made.GetProperty("file").GetProperty("text").GetString()!;
        Assert.Contains("\neach,,company,sites,computed number,", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DE", "Dieser Abschnitt nur, wenn gilt: die Antwort auf Frage 1 ist größer als 10.")]
    [InlineData("EN", "This section only if: the answer to question 1 is more than 10.")]
    public async Task Paper_is_made_of_a_text(string language, string words)
    {
        const string Query =
            $"query A($yaml: String!, $in: Language!) {{ questionnairePaper(questionnaire: $yaml, language: $in) {{ {File} }} }}";

        var file = (await Asked(Query, new { yaml = Yaml, @in = language })).GetProperty("file");

        Assert.Contains(words, System.Net.WebUtility.HtmlDecode(file.GetProperty("text").GetString()), StringComparison.Ordinal);
        Assert.Equal(
            (language == "DE" ? "tiny-de.html" : "tiny-en.html", language),
            (file.GetProperty("name").GetString(), file.GetProperty("language").GetString())
        );
        await MakesNothingOf(Query, new { yaml = "id: [", @in = language });
    }

    [Fact]
    public async Task Paper_of_a_questionnaire_in_one_language_says_that_it_is_in_that_one()
    {
        var yaml = await System.IO.File.ReadAllTextAsync(
            RepositoryFile.At("tests", "definitions", "features", "languages-one.yaml"),
            TestContext.Current.CancellationToken
        );

        var made = await Asked(
            $"query A($yaml: String!) {{ questionnairePaper(questionnaire: $yaml, language: EN) {{ {File} }} }}",
            new { yaml }
        );

        Assert.Equal("DE", made.GetProperty("file").GetProperty("language").GetString());
    }

    [Fact]
    public async Task A_picture_of_the_routes_is_made_of_a_text()
    {
        const string Query =
            $"query A($yaml: String!, $in: Language!) {{ questionnaireRouting(questionnaire: $yaml, language: $in) {{ {File} }} }}";

        var file = (await Asked(Query, new { yaml = Yaml, @in = "EN" })).GetProperty("file");

        XNamespace svg = "http://www.w3.org/2000/svg";
        var picture = XDocument.Parse(file.GetProperty("text").GetString()!).Root!;
        Assert.Equal("Routes through: Tiny", picture.Element(svg + "title")!.Value);
        Assert.Single(picture.Elements(svg + "path"));
        await MakesNothingOf(Query, new { yaml = "id: [", @in = "DE" });
    }

    [Fact]
    public async Task Chains_of_computed_values_are_pictured_at_once()
    {
        var chain = string.Join(
            '\n',
            Enumerable
                .Range(2, 40)
                .Select(i => FormattableString.Invariant($"  - {{ id: c{i}, value: \"c{i - 1} + c{i - 2}\" }}"))
                .Prepend("  - { id: c1, value: persons + 1 }")
                .Prepend("  - { id: c0, value: persons }")
                .Prepend("computed:")
        );
        var yaml = Yaml.Replace("when: persons > 10", "when: c41 > 10", StringComparison.Ordinal) + "\n" + chain;

        var made = await Asked($"query A($yaml: String!) {{ questionnaireRouting(questionnaire: $yaml) {{ {File} }} }}", new { yaml });

        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Single(XDocument.Parse(made.GetProperty("file").GetProperty("text").GetString()!).Root!.Elements(svg + "path"));
    }

    [Fact]
    public async Task Burden_is_counted_by_way_and_by_made_up_respondent()
    {
        const string Query =
            "query A($yaml: String!, $tests: [String!], $indices: [String!]) { questionnaireBurden(questionnaire: $yaml, tests: $tests, "
            + "indices: $indices, language: EN) { paths { path pages questions answers words minutes } problems { code file } } }";

        var counted = await Asked(
            Query,
            new
            {
                yaml = Yaml,
                tests = new[] { Passing },
                indices = new[] { Index },
            }
        );

        Assert.Equal(
            [
                """{"path":"shortest","pages":1,"questions":2,"answers":2,"words":8,"minutes":0.2}""",
                """{"path":"longest","pages":2,"questions":3,"answers":3,"words":13,"minutes":0.3}""",
                """{"path":"A small one","pages":1,"questions":2,"answers":2,"words":8,"minutes":0.2}""",
                """{"path":"A large one","pages":2,"questions":3,"answers":3,"words":13,"minutes":0.3}""",
            ],
            counted.GetProperty("paths").EnumerateArray().Select(path => path.GetRawText())
        );
        Assert.Equal(2, (await Asked(Query, new { yaml = Yaml })).GetProperty("paths").GetArrayLength());
        var unknown = await Asked(Query, new { yaml = Yaml, tests = new[] { Passing } });
        Assert.Equal(
            ("""{"code":"unknown-name","file":"tests/1.yaml"}""", 0),
            (unknown.GetProperty("problems")[0].GetRawText(), unknown.GetProperty("paths").GetArrayLength())
        );
        Assert.Equal("yaml-syntax", Problem(await Asked(Query, new { yaml = "id: [" })));
    }

    [Fact]
    public async Task Made_up_respondents_are_run()
    {
        var tested = await Tested([Passing], [Index]);
        var failing = await Tested([Passing, Passing.Replace("persons: 600", "persons: 5", StringComparison.Ordinal)], [Index]);

        Assert.Equal((2, 0, ""), (Passed(tested), Failed(tested), Problem(tested)));
        Assert.Equal((3, 1), (Passed(failing), Failed(failing)));
        Assert.Equal(
            ["tests/2.yaml 10 A large one", "tests/2.yaml 11 A large one"],
            failing
                .GetProperty("failures")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("file")} {one.GetProperty("line")} {one.GetProperty("respondent")}")
        );
        Assert.StartsWith(
            "expected that 'plans' is asked, but it is not",
            failing.GetProperty("failures")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_respondent_passes_by_a_slip()
    {
        var unknown = await Tested([Passing.Replace("asks: [plans]", "asks: [plan]", StringComparison.Ordinal)], [Index]);
        var model = await Tested([Passing], [Index.Replace("question: tools", "question: tool", StringComparison.Ordinal)]);
        var broken = await Tested([Passing], [Index], "id: [");

        Assert.Equal((0, "unknown-name"), (Passed(unknown), Problem(unknown)));
        Assert.Equal((0, "unknown-question"), (Passed(model), Problem(model)));
        Assert.Equal((0, "yaml-syntax"), (Passed(broken), Problem(broken)));
    }

    [Fact]
    public async Task More_respondents_than_are_run_at_once_are_refused()
    {
        var many =
            "respondents:\n"
            + string.Concat(
                Enumerable
                    .Range(1, 501)
                    .Select(i => FormattableString.Invariant($"  - {{ name: r{i}, answers: {{ persons: 1 }}, submits: true }}\n"))
            );

        var refused = await platform.Query(Test, new { yaml = Yaml, tests = new[] { many } }, await platform.Token(Role.Operator));
        var texts = await platform.Query(
            Test,
            new { yaml = Yaml, tests = Enumerable.Repeat(Passing, 21) },
            await platform.Token(Role.Operator)
        );

        Assert.Equal(("TOO_MANY_RESPONDENTS", "INVALID_ARGUMENT"), (refused.Code, texts.Code));
        Assert.Contains("500 are run in one request", refused.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_compared()
    {
        const string Query =
            "query A($before: String!, $after: String!) { compareQuestionnaires(before: $before, after: $after) { before { id version } "
            + "after { version } drafts series leastVersion versionSuffices changes { kind where } problems { code file } } }";
        var after = Yaml.Replace("{ code: mail,", "{ code: fax, de: Fax, en: Fax }, { code: mail,", StringComparison.Ordinal);

        var low = await Asked(Query, new { before = Yaml, after });
        var high = await Asked(
            Query,
            new { before = Yaml, after = after.Replace("version: 1.0.0", "version: 2.0.0", StringComparison.Ordinal) }
        );
        var broken = await Asked(Query, new { before = "id: [", after });

        Assert.Equal("option-added", Assert.Single(low.GetProperty("changes").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal((false, "version-too-low"), (low.GetProperty("versionSuffices").GetBoolean(), Problem(low)));
        Assert.Equal((true, ""), (high.GetProperty("versionSuffices").GetBoolean(), Problem(high)));
        Assert.Equal("tiny", high.GetProperty("before").GetProperty("id").GetString());
        Assert.Equal(
            (JsonValueKind.Null, "yaml-syntax", "before.yaml"),
            (broken.GetProperty("drafts").ValueKind, Problem(broken), broken.GetProperty("problems")[0].GetProperty("file").GetString())
        );
    }

    [Fact]
    public async Task A_version_is_published_once_and_noted()
    {
        const string Query =
            "mutation A($yaml: String!) { publishQuestionnaire(questionnaire: $yaml, language: EN) { questionnaire { id version title "
            + "hash } problems { code } } }";
        var yaml = Yaml.Replace("id: tiny", "id: published-tiny", StringComparison.Ordinal);

        var first = await Asked(Query, new { yaml });
        var again = await Asked(Query, new { yaml });
        var other = await Asked(Query, new { yaml = yaml.Replace("Chat, en: Chat", "Chat, en: Chats", StringComparison.Ordinal) });
        var broken = await Asked(Query, new { yaml = "id: [" });

        Assert.Equal("Tiny", first.GetProperty("questionnaire").GetProperty("title").GetString());
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal((JsonValueKind.Null, false), (other.GetProperty("questionnaire").ValueKind, Problem(other).Length == 0));
        Assert.Equal((JsonValueKind.Null, "yaml-syntax"), (broken.GetProperty("questionnaire").ValueKind, Problem(broken)));
        var entries = await platform.Inside<AuditLog>().Read(0, 10_000, null, null, TestContext.Current.CancellationToken);
        Assert.Contains(entries, entry => (entry.Action, entry.Subject) == ("questionnaire.publish", "published-tiny 1.0.0"));
    }

    [Fact]
    public async Task Classifications_and_the_codes_of_problems_are_listed()
    {
        var lists = await platform.Query("{ classifications(language: EN) { id title edition } }");
        var one = await Asked(
            "query A($code: String) { problemCodes(code: $code) { code canBeError meaning remedy } }",
            new { code = "unknown-key" }
        );
        var none = await Asked("query A($code: String) { problemCodes(code: $code) { code } }", new { code = "nothing" });
        var all = await Asked("{ problemCodes { code } }", new { });

        Assert.Contains("\"id\":\"wz2025\"", lists.Data.GetRawText(), StringComparison.Ordinal);
        Assert.True(Assert.Single(one.EnumerateArray()).GetProperty("canBeError").GetBoolean());
        Assert.Equal(0, none.GetArrayLength());
        Assert.InRange(all.GetArrayLength(), 50, 500);
    }

    private const string Test =
        "query A($yaml: String!, $tests: [String!]!, $indices: [String!]) { testQuestionnaire(questionnaire: $yaml, tests: $tests, "
        + "indices: $indices) { passed failed failures { file line column respondent message } problems { code file line message } } }";

    private Task<JsonElement> Tested(string[] tests, string[] indices, string yaml = Yaml) =>
        Asked(
            Test,
            new
            {
                yaml,
                tests,
                indices,
            }
        );

    private async Task MakesNothingOf(string query, object? variables = null)
    {
        var made = await Asked(query, variables ?? new { yaml = "id: [" });
        Assert.Equal((JsonValueKind.Null, "yaml-syntax"), (made.GetProperty("file").ValueKind, Problem(made)));
    }

    private async Task<JsonElement> Asked(string query, object variables)
    {
        var answer = await platform.Query(query, variables, await platform.Token(Role.Operator));
        Assert.True(answer.Code is null, answer.Json.ToString());
        return answer.Data.EnumerateObject().Single().Value;
    }

    private static int Passed(JsonElement tested) => tested.GetProperty("passed").GetInt32();

    private static int Failed(JsonElement tested) => tested.GetProperty("failed").GetInt32();

    private static string Problem(JsonElement payload) =>
        payload.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("code").GetString()).FirstOrDefault() ?? "";
}
