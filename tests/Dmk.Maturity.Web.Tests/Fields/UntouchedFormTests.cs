using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web.Tests;

/// <summary>A page that nobody touches changes nothing, whatever was stored elsewhere than in its fields.</summary>
public sealed class UntouchedFormTests
{
    private static readonly Answer _dontKnow = new Answer.Missing(MissingReason.DontKnow);

    public static TheoryData<string, Answer> Stored =>
        new()
        {
            { "remark", new Answer.Words("  blanks  ") },
            { "remark", new Answer.Words("\nline ") },
            { "usage.other", new Answer.Words("two\nlines") },
            { "usage", new Answer.Coded("an option that is gone") },
            { "fields", new Answer.CodedSet(["text", "gone"]) },
            { "usage", new Answer.Missing(MissingReason.NotApplicable) },
            { "split.own", _dontKnow },
            { "founded", new Answer.Missing(MissingReason.Refused) },
        };

    [Theory]
    [MemberData(nameof(Stored))]
    public void What_no_field_can_hold_as_it_was_given_stays(string variable, Answer answer)
    {
        var stored = EveryType.Filled.With(variable, answer).With("split.cloud", Answer.Unanswered);

        Assert.Empty(Read(Untouched(stored)).ChangesSince(stored));
    }

    [Fact]
    public void One_part_of_a_sum_with_two_reasons_is_changed_alone()
    {
        var form = Questionnaire
            .Parse(
                """
                id: parts
                version: 1.0.0
                languages: [de, en]
                title: { de: Teile, en: Parts }
                sections:
                  - id: all
                    title: { de: Alle, en: All }
                    questions:
                      - { id: split, type: sumGroup, total: 100, tolerance: 0, allowAllBlank: true, items: [ { id: a, de: A, en: A }, { id: b, de: B, en: B }, { id: c, de: C, en: C } ], missing: [dontKnow, refused], text: { de: "Wie verteilt?", en: "How divided?" } }
                """,
                "parts.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();
        var stored = Answers.Of(
            new Dictionary<string, Answer>
            {
                ["split.a"] = _dontKnow,
                ["split.b"] = new Answer.Missing(MissingReason.Refused),
                ["split.c"] = new Answer.Number(5),
            }
        );
        var untouched = FieldValues.Of(form.Variables, stored, Language.German);

        var touched = Posted(
            ("split.a", [""]),
            ("split.b", [""]),
            ("split.c", ["6"]),
            ("split!reason", [.. untouched.All("split!reason")])
        );

        Assert.Empty(PostedAnswers.Read(form, form.Variables, untouched).ChangesSince(stored));
        Assert.Equal(["split.c"], PostedAnswers.Read(form, form.Variables, touched).ChangesSince(stored).Keys);
        var taken = Posted(("split.a", [""]), ("split.b", [""]), ("split.c", ["5"]));
        Assert.Equal(["split.a", "split.b"], PostedAnswers.Read(form, form.Variables, taken).ChangesSince(stored).Keys.Order());
    }

    [Fact]
    public void A_field_of_one_line_holds_one_line() =>
        Assert.Equal("two lines", Untouched(EveryType.Filled.With("usage.other", new Answer.Words("two\r\nlines"))).Text("usage.other"));

    [Fact]
    public void A_text_that_is_touched_is_a_change()
    {
        var stored = EveryType.Filled.With("remark", new Answer.Words("  blanks  "));

        var changes = Read(Posted(("remark", ["blank"])).Over(Untouched(stored), new HashSet<string> { "remark" })).ChangesSince(stored);

        Assert.Equal(KeyValuePair.Create("remark", (Answer)new Answer.Words("blank")), Assert.Single(changes));
    }

    /// <summary>A browser sends no box that is not ticked.</summary>
    [Fact]
    public void A_box_that_was_not_sent_is_not_ticked()
    {
        var stored = Untouched(EveryType.Filled.With("persons", new Answer.Missing(MissingReason.Refused)));

        var shown = Posted(("persons", [""])).Over(stored, new HashSet<string> { "fields", "persons" });

        Assert.Empty(shown.All("fields"));
        Assert.Empty(shown.All("persons!reason"));
        Assert.Equal(["well"], shown.All("skills.office"));
    }

    private static FieldValues Untouched(Answers stored) => FieldValues.Of(EveryType.Form.Variables, stored, Language.English);

    private static PostedAnswers Read(FieldValues values) => PostedAnswers.Read(EveryType.Form, EveryType.Form.Variables, values);

    private static FieldValues Posted(params (string Name, string[] Values)[] fields) =>
        FieldValues.Posted(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Values))));
}
