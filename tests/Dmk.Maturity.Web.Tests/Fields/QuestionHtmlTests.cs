using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Tests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Every type of question as HTML: blank, filled, and with mistakes, in files that can be read.</summary>
public sealed class QuestionHtmlTests
{
    private static readonly FieldValues _blank = FieldValues.Of(EveryType.Form.Variables, Answers.None, Language.German);
    private static readonly FieldValues _filled = FieldValues.Of(EveryType.Form.Variables, EveryType.Filled, Language.German);

    private static readonly Questionnaire _pilot = Questionnaire
        .Parse(
            File.ReadAllText(Path.Combine(RepositoryFiles.Root, "questionnaires", "pilotstudie-wirtschaft", "questionnaire.yaml")),
            "questionnaire.yaml",
            RepositoryFiles.Classifications
        )
        .OrThrow();

    public static TheoryData<string> Questions => [.. EveryType.Form.Sections[0].Questions.Select(question => question.Id)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_is_rendered_as_reviewed(string id)
    {
        var question = EveryType.Form.Question(id)!;
        AnswerProblem[] mistakes =
        [
            .. EveryType
                .Form.Variables.Where(variable => variable.Question == question)
                .Take(1)
                .Select(variable => new AnswerProblem(variable.Id, "example", new("Das geht so nicht.", "This cannot be."))),
        ];
        var filled = Interview.Of(EveryType.Form, EveryType.Filled);

        var html = $"""
            <!-- blank, English -->
            {await Html(
                QuestionView.Of(question, new Showing(Interview.Of(EveryType.Form, Answers.None), 1), _blank, [], Language.English)
            )}
            <!-- filled, German -->
            {await Html(QuestionView.Of(question, new Showing(filled, 1), _filled, [], Language.German))}
            <!-- with a mistake, German -->
            {await Html(QuestionView.Of(question, new Showing(filled, 1), _filled, mistakes, Language.German))}
            """;

        Golden.Check($"{id}.html", Markup.Readable(html).ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public async Task Words_that_are_needed_are_asked_for_at_their_field()
    {
        var form = EveryType.Form;
        var answers = Answers.Of(new Dictionary<string, Answer> { ["fields"] = new Answer.CodedSet(["other"]) });
        var interview = Interview.Of(form, answers);
        var problem = Assert.Single(interview.Problems, one => one.Code == "specifyMissing");

        var values = FieldValues.Of(form.Variables, answers, Language.German);
        var html = await Html(QuestionView.Of(form.Question("fields")!, new Showing(interview, 1), values, [problem], Language.German));

        Assert.Contains("id=\"f-fields-other-error\"", html, StringComparison.Ordinal);
        Assert.Contains("Bitte schreiben Sie dazu, was Sie meinen", html, StringComparison.Ordinal);
    }

    /// <summary>A radio button cannot be unticked: where no reason is offered, one more takes the choice back, and only then.</summary>
    [Theory]
    [InlineData("", true, true)]
    [InlineData("", false, false)]
    [InlineData("missing: [refused], ", true, false)]
    public async Task A_choice_can_be_taken_back_where_no_reason_is_offered(string reasons, bool isChosen, bool isOffered)
    {
        var form = Questionnaire
            .Parse(
                $$"""
                id: one
                version: 1.0.0
                languages: [de, en]
                title: { de: Eins, en: One }
                sections:
                  - id: all
                    title: { de: Alles, en: All }
                    questions:
                      - { id: it, type: single, {{reasons}}options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B } ], text: { de: W, en: W } }
                      - { id: rows, type: grid, {{reasons}}options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B } ], rows: [ { id: r, de: R, en: R } ], text: { de: W, en: W } }
                """,
                "questionnaire.yaml",
                new Classifications([])
            )
            .OrThrow();
        var answers = isChosen
            ? Answers.Of(new Dictionary<string, Answer> { ["it"] = new Answer.Coded("a"), ["rows.r"] = new Answer.Coded("b") })
            : Answers.None;
        var values = FieldValues.Of(form.Variables, answers, Language.German);

        foreach (var id in new[] { "it", "rows" })
        {
            var html = await Html(
                QuestionView.Of(form.Question(id)!, new Showing(Interview.Of(form, answers), 1), values, [], Language.German)
            );

            Assert.Equal(isOffered, html.Contains("value=\"\"", StringComparison.Ordinal));
            Assert.Equal(isOffered, html.Contains("Auswahl aufheben", StringComparison.Ordinal));
        }

        var taken = FieldValues.Posted(new FormCollection(new Dictionary<string, StringValues> { ["it"] = "", ["rows.r"] = "" }));
        Assert.All(PostedAnswers.Read(form, form.Variables, taken).ByVariable.Values, answer => Assert.Equal(Answer.Unanswered, answer));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task What_labels_and_descriptions_point_to_is_there_and_ids_are_unique(string id)
    {
        var question = EveryType.Form.Question(id)!;
        AnswerProblem[] mistakes =
        [
            .. EveryType
                .Form.Variables.Where(variable => variable.Question == question)
                .Select(variable => new AnswerProblem(variable.Id, "example", new("Nein.", "No."))),
        ];

        var html = await Html(
            QuestionView.Of(question, new Showing(Interview.Of(EveryType.Form, EveryType.Filled), 1), _filled, mistakes, Language.German)
        );

        var ids = Markup.Values(html, "id");
        Assert.Equal(ids.Distinct(), ids);
        Assert.Empty(
            Markup
                .Values(html, "for")
                .Concat(
                    Markup
                        .Values(html, "aria-describedby")
                        .Concat(Markup.Values(html, "aria-labelledby"))
                        .SelectMany(names => names.Split(' '))
                )
                .Except(ids)
        );
        Assert.All(mistakes, mistake => Assert.Contains(FieldNames.Id(mistake.Variable), ids));
    }

    [Fact]
    public async Task Hits_stand_beneath_the_words_that_found_them_and_the_chosen_code_above()
    {
        var (form, question) = (EveryType.Form, EveryType.Form.Question("branch")!);
        var interview = Interview.Of(form, EveryType.Filled);
        var typed = FieldValues.Posted(
            new FormCollection(new Dictionary<string, StringValues> { ["branch!search"] = "Maurer Bau", ["branch!searched"] = "old" })
        );

        var html = await Html(QuestionView.Of(question, new Showing(interview, 1), _filled.WithSearches(typed), [], Language.English));

        var codes = Markup.Values(html, "value").Where(value => value.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.Equal("43.91", codes[0]);
        Assert.Equal(codes.Distinct(), codes);
        Assert.InRange(codes.Count, 1, 13);
        Assert.Contains("for &#x27;Maurer Bau&#x27;, the best first", html, StringComparison.Ordinal);
        Assert.Contains("lang=\"de\"", html, StringComparison.Ordinal);
        Assert.Contains("None of these fits: please describe it", html, StringComparison.Ordinal);
        Assert.Single(html.Split(" checked")[1..]);
        var ids = Markup.Values(html, "id");
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("branch", "43.91", "en", "de")]
    [InlineData("branch", "43.91", "de", null)]
    [InlineData("branch", "nothing", "en", null)]
    public void An_answer_whose_title_there_is_only_in_German_says_its_language(string id, string code, string page, string? language) =>
        Assert.Equal(
            language,
            AnswerWords.OtherLanguage(
                EveryType.Form.Variable(id)!,
                new Answer.Coded(code),
                page == "en" ? Language.English : Language.German
            )
        );

    [Fact]
    public async Task An_item_has_its_label_its_questions_and_its_own_ids()
    {
        var html = await Html(
            QuestionView.Of(
                EveryType.Form.Question("sites")!,
                new Showing(Interview.Of(EveryType.Form, EveryType.Filled), 1),
                _filled,
                [],
                Language.German
            )
        );

        Assert.Contains("1. Berlin</h3>", html, StringComparison.Ordinal);
        Assert.Contains("2. Neuer Ort</h3>", html, StringComparison.Ordinal);
        Assert.Contains("sites[k3f9x2].staff.office", Markup.Values(html, "name"));
        Assert.DoesNotContain("sites[p7q8r9].staff.office", Markup.Values(html, "name"));
        Assert.Contains("remove:sites[p7q8r9]", Markup.Values(html, "value"));
        Assert.Contains("Mindestens 1, höchstens 3", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        var ids = Markup.Values(html, "id");
        Assert.Equal(ids.Distinct(), ids);
        Assert.DoesNotContain(ids, id => id.Contains('[', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_find_nothing_are_said_to()
    {
        var typed = FieldValues.Posted(new FormCollection(new Dictionary<string, StringValues> { ["branch!search"] = "qqqqqqqq" }));

        var html = await Html(
            QuestionView.Of(
                EveryType.Form.Question("branch")!,
                new Showing(Interview.Of(EveryType.Form, Answers.None), 1),
                typed,
                [],
                Language.German
            )
        );

        Assert.Contains("Nichts gefunden zu", html, StringComparison.Ordinal);
        Assert.Equal("qqqqqqqq", Markup.Values(html, "value")[0]);
    }

    public static TheoryData<string> Sections => [.. _pilot.Sections.Select(section => section.Id)];

    /// <summary>A screen reader goes from heading to heading, and within a grid from group to group.</summary>
    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Every_question_of_the_pilot_is_one_heading_and_every_row_a_group_with_a_name(string section)
    {
        var values = FieldValues.Of(_pilot.Variables, Answers.None, Language.German);
        foreach (var question in _pilot.Sections.Single(one => one.Id == section).Questions)
        {
            var html = await Html(
                QuestionView.Of(question, new Showing(Interview.Of(_pilot, Answers.None), 1), values, [], Language.German)
            );

            Assert.Single(html.Split("<h2 ")[1..]);
            Assert.True(
                html.Contains("<legend class=\"kern-label kern-label--large\"><h2 ", StringComparison.Ordinal)
                    || html.Contains("<h2 class=\"dmk-question__title\"><label ", StringComparison.Ordinal),
                html
            );
            if (question is Question.Grid grid)
            {
                var rows = Markup.Values(html, "aria-labelledby");
                Assert.Equal(grid.Rows.Select(row => FieldNames.Id($"{grid.Id}.{row.Id}") + "-row"), rows);
                Assert.Equal(rows.Count, Markup.Values(html, "role").Count(role => role == "group"));
                Assert.Empty(rows.Except(Markup.Values(html, "id")));
            }
        }
    }

    [Fact]
    public async Task Both_readings_of_a_number_are_offered_to_choose_from()
    {
        var question = new Question.Numeric(NumberKind.Decimal, null, 3, null, null)
        {
            Id = "length",
            Text = new("Wie lang?", "How long?"),
        };
        var values = FieldValues.Posted(
            new FormCollection(new Dictionary<string, StringValues> { ["length"] = "12.345", ["length!reading"] = "12.345" })
        );
        AnswerProblem[] mistakes = [new("length", "ambiguousNumber", new("Welche?", "Which?"))];

        var html = await Html(new QuestionView(question, Language.German, values, mistakes, null, null));

        Assert.Equal(["12.345", "12345", "12.345"], Markup.Values(html, "value"));
        Assert.Equal(["length", "length!reading", "length!reading"], Markup.Values(html, "name"));
        Assert.Contains("<legend class=\"kern-label\">Welche Zahl meinen Sie?</legend>", html, StringComparison.Ordinal);
        Assert.Empty(Markup.Values(html, "for").Except(Markup.Values(html, "id")));
        Assert.Contains("f-length-error", Markup.Values(html, "aria-describedby"));
        Assert.Single(html.Split(" checked")[1..]);
    }

    private static async Task<string> Html(QuestionView view)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var logs = LoggerFactory.Create(_ => { });
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<QuestionField>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view })
                )
            ).ToHtmlString()
        );
    }
}
