using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Tests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Every type of question as HTML: blank, filled, and with mistakes, in files that can be read.</summary>
public sealed class QuestionHtmlTests
{
    private static readonly FieldValues _blank = FieldValues.Of(EveryType.Form.Variables, Answers.None, Language.German);
    private static readonly FieldValues _filled = FieldValues.Of(EveryType.Form.Variables, EveryType.Filled, Language.German);

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
            {await Html(QuestionView.Of(question, Interview.Of(EveryType.Form, Answers.None), _blank, [], Language.English))}
            <!-- filled, German -->
            {await Html(QuestionView.Of(question, filled, _filled, [], Language.German))}
            <!-- with a mistake, German -->
            {await Html(QuestionView.Of(question, filled, _filled, mistakes, Language.German))}
            """;

        Golden.Check($"{id}.html", Markup.Readable(html).ReplaceLineEndings("\n") + "\n");
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
            QuestionView.Of(question, Interview.Of(EveryType.Form, EveryType.Filled), _filled, mistakes, Language.German)
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
