using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What both faces show, against the library.</summary>
internal sealed partial class Walker
{
    private async Task Compare(JsonElement state)
    {
        var interview = Interview;
        foreach (var shown in state.GetProperty("response").GetProperty("sections").EnumerateArray())
        {
            var section = _questionnaire.Sections.Single(one => one.Id == shown.GetProperty("id").GetString());
            Assert.Equal(interview.IsAsked(section), shown.GetProperty("asked").GetBoolean());
            Assert.Equal(interview.Say(section.Title, Language.German), shown.GetProperty("title").GetString());
            var questions = shown.GetProperty("questions").EnumerateArray().ToArray();
            Assert.Equal(
                section.Questions.Select(one => one.Id).Order(),
                questions.Select(one => one.GetProperty("id").GetString()).Order()
            );
            Array.ForEach(questions, question => Compare(interview, section, question));
            if (interview.IsAsked(section))
            {
                ComparePage(await Get($"/de{_survey}/section/{section.Id}"), interview, section, questions);
            }
        }

        await CompareChecks(state.GetProperty("checkResponse"), interview);
    }

    private static void Compare(Interview interview, Section section, JsonElement shown)
    {
        var question = section.Questions.Single(one => one.Id == shown.GetProperty("id").GetString());
        Assert.Equal(interview.IsAsked(question), shown.GetProperty("asked").GetBoolean());
        Assert.Equal(interview.Say(question.Text, Language.German), shown.GetProperty("text").GetString());
        Assert.Equal(
            question is Question.CodeSearch
                ? []
                : interview.OptionsOf(question).Select(one => $"{one.Code} {interview.Say(one.Label, Language.German)}").Order(),
            Codes(shown, "options", "code").Order()
        );
        Assert.Equal(
            interview.RowsOf(question).Select(one => $"{one.Id} {interview.Say(one.Label, Language.German)}").Order(),
            Codes(shown, "rows", "id").Order()
        );
        Assert.Equal(
            question.Group?.Id,
            shown.GetProperty("group") is { ValueKind: JsonValueKind.Object } group ? group.GetProperty("id").GetString() : null
        );
        if (question is Question.Roster roster)
        {
            Assert.Equal(
                interview.ItemsOf(roster),
                shown.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString())
            );
            foreach (var item in shown.GetProperty("items").EnumerateArray())
            {
                var id = item.GetProperty("id").GetString()!;
                Assert.Equal(interview.Say(roster.ItemLabel, Language.German, id), item.GetProperty("label").GetString());
                Assert.Equal(
                    roster.Questions.Select(one =>
                        (ItemId.Variable(roster.Id, id, one.Id), interview.IsAsked(one, id), interview.Say(one.Text, Language.German, id))
                    ),
                    item.GetProperty("questions")
                        .EnumerateArray()
                        .Select(one =>
                            (
                                one.GetProperty("id").GetString()!,
                                one.GetProperty("asked").GetBoolean(),
                                one.GetProperty("text").GetString()!
                            )
                        )
                );
            }
        }
    }

    /// <summary>The page asks the same questions in the same order, and offers the same options in the same order.</summary>
    private static void ComparePage(string html, Interview interview, Section section, JsonElement[] questions)
    {
        var asked = questions.Where(one => one.GetProperty("asked").GetBoolean()).ToArray();
        var places = asked.Select(one => html.IndexOf($"id=\"q-{one.GetProperty("id").GetString()}\"", StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        var text = Text(html);
        foreach (var question in questions)
        {
            var id = question.GetProperty("id").GetString()!;
            var isAsked = question.GetProperty("asked").GetBoolean();
            Assert.Equal(isAsked, html.Contains($"id=\"q-{id}\"", StringComparison.Ordinal));
            if (isAsked)
            {
                Assert.Contains(question.GetProperty("text").GetString()!, text, StringComparison.Ordinal);
                var written = section.Questions.Single(one => one.Id == id);
                var offered = question.GetProperty("options").EnumerateArray().Select(one => one.GetProperty("code").GetString()).ToArray();
                foreach (var variable in written.Parts.Count == 0 ? [id] : interview.RowsOf(written).Select(row => $"{id}.{row.Id}"))
                {
                    Assert.Equal(offered, written is Question.CodeSearch ? [] : Boxes(html, variable));
                }
            }
        }
    }

    private static string[] Boxes(string html, string variable) =>
        [
            .. Regex
                .Matches(html, $"type=\"(radio|checkbox)\" id=\"[^\"]*\" name=\"{Regex.Escape(variable)}\" value=\"([^\"!]+)\"")
                .Select(match => match.Groups[2].Value),
        ];

    private async Task CompareChecks(JsonElement check, Interview interview)
    {
        Assert.Equal(
            interview.Problems.Select(problem => $"{problem.Variable} {problem.Code}"),
            check.GetProperty("problems").EnumerateArray().Select(one => $"{one.GetProperty("variable")} {one.GetProperty("code")}")
        );
        var page = Text(await Get($"/de{_survey}/check"));
        foreach (var (level, name) in new[] { (CheckLevel.Hard, "hard"), (CheckLevel.Soft, "soft"), (CheckLevel.Info, "info") })
        {
            var fired = interview.Fired.Where(one => one.Check.Level == level).ToArray();
            var shown = check.GetProperty(name).EnumerateArray().Where(one => IsAuthors(one.GetProperty("id").GetString()!));
            Assert.Equal(
                fired.Select(one => $"{one.Id} {interview.Say(one.Check.Message, Language.German, one.Item)}"),
                shown.Select(one => $"{one.GetProperty("id")} {one.GetProperty("message")}")
            );
            Assert.All(
                fired,
                one => Assert.Contains(interview.Say(one.Check.Message, Language.German, one.Item), page, StringComparison.Ordinal)
            );
        }
    }

    /// <summary>A study adds checks of its own.</summary>
    private bool IsAuthors(string id) =>
        _questionnaire.Checks.Any(check => id == check.Id || id.StartsWith(check.Id + "[", StringComparison.Ordinal));

    private static IEnumerable<string> Codes(JsonElement shown, string list, string id) =>
        shown.GetProperty(list).EnumerateArray().Select(one => $"{one.GetProperty(id)} {one.GetProperty("label")}");

    private static Answers Stored(JsonElement state) =>
        Answers.Of(
            state
                .GetProperty("response")
                .GetProperty("answers")
                .EnumerateArray()
                .ToDictionary(one => one.GetProperty("variable").GetString()!, Read, StringComparer.Ordinal)
        );

    private static Answer Read(JsonElement shown)
    {
        var (name, value) = shown.EnumerateObject().Single(one => one.Name != "variable" && one.Value.ValueKind != JsonValueKind.Null)
            is var one
            ? (one.Name, one.Value)
            : default;
        return name switch
        {
            "code" => new Answer.Coded(value.GetString()!),
            "codes" => new Answer.CodedSet(Strings(value)),
            "number" => new Answer.Number(decimal.Parse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture)),
            "text" => new Answer.Words(value.GetString()!),
            "date" => new Answer.Day(Day(value)),
            "period" => new Answer.Period(Day(value.GetProperty("begin")), Day(value.GetProperty("end"))),
            "items" => new Answer.Items(Strings(value)),
            _ => new Answer.Missing(
                Enum.Parse<MissingReason>(value.GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true)
            ),
        };
    }

    private static string[] Strings(JsonElement value) => [.. value.EnumerateArray().Select(one => one.GetString()!)];

    private static DateOnly Day(JsonElement value) => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
