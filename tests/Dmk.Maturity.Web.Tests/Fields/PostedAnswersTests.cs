using CsCheck;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What a browser sends becomes answers, or a problem at the right field.</summary>
public sealed class PostedAnswersTests
{
    private static readonly Gen<Answers> _anyAnswers = Gen.Select(
        AnyOf("usage", ["none", "some", "other"], [MissingReason.DontKnow, MissingReason.Refused]),
        AnyOf("skills.office", ["poor", "well"], [MissingReason.NotApplicable]),
        AnyOf("skills.workshop", ["poor", "well"], [MissingReason.NotApplicable]),
        NumberOf("persons", 1, 1_000_000, 0, [MissingReason.Refused]),
        NumberOf("share", 0, 1000, 1, [MissingReason.DontKnow, MissingReason.NotApplicable]),
        Gen.Select(
            Sums,
            Several,
            Days,
            Periods,
            Ticks,
            (sum, several, day, period, ticks) => (KeyValuePair<string, Answer>[])[.. sum, several, day, period, .. ticks]
        ),
        (a, b, c, d, e, rest) => Answers.Of([a, b, c, d, e, .. rest])
    );

    /// <summary>The blank parts of a sum share one reason: the form asks for it once.</summary>
    private static Gen<KeyValuePair<string, Answer>[]> Sums =>
        Gen.Select(
            Gen.Bool,
            Gen.Int[-50, 100].Array[2],
            (withReason, parts) =>
            {
                var blank = withReason ? new Answer.Missing(MissingReason.DontKnow) : Answer.Unanswered;
                return parts
                    .Select(
                        (part, place) =>
                            KeyValuePair.Create(place == 0 ? "split.own" : "split.cloud", part < 0 ? blank : new Answer.Number(part))
                    )
                    .ToArray();
            }
        );

    private static Gen<KeyValuePair<string, Answer>> Several =>
        Gen
            .Bool.Array[3]
            .Select(ticked =>
            {
                string[] codes = [.. new[] { "text", "image", "other" }.Where((_, place) => ticked[place]).Take(2)];
                return KeyValuePair.Create("fields", codes.Length == 0 ? Answer.Unanswered : new Answer.CodedSet(codes));
            });

    private static Gen<KeyValuePair<string, Answer>> Days =>
        Gen.Int[0, 80_000]
            .Select(days => KeyValuePair.Create<string, Answer>("founded", new Answer.Day(new DateOnly(1800, 1, 1).AddDays(days))));

    private static Gen<KeyValuePair<string, Answer>> Periods =>
        Gen.Select(
            Gen.Int[0, 9_000],
            Gen.Int[0, 900],
            (first, more) =>
                KeyValuePair.Create<string, Answer>(
                    "open",
                    new Answer.Period(new DateOnly(2000, 1, 1).AddDays(first), new DateOnly(2000, 1, 1).AddDays(first + more))
                )
        );

    /// <summary>Rows with several ticks, and the words behind one of them.</summary>
    private static Gen<KeyValuePair<string, Answer>[]> Ticks =>
        Gen.Select(
            Gen.Bool.Array[3],
            Gen.Bool,
            (ticked, knows) =>
            {
                string[] codes = [.. new[] { "hand", "machine", "other" }.Where((_, place) => ticked[place])];
                return new[]
                {
                    KeyValuePair.Create("tools.office", codes.Length == 0 ? Answer.Unanswered : new Answer.CodedSet(codes)),
                    KeyValuePair.Create("tools.workshop", knows ? Answer.Unanswered : new Answer.Missing(MissingReason.DontKnow)),
                    KeyValuePair.Create("tools.other", ticked[2] ? new Answer.Words("Zange") : Answer.Unanswered),
                };
            }
        );

    [Theory]
    [InlineData(Language.German)]
    [InlineData(Language.English)]
    public void What_a_form_was_filled_with_is_read_back_from_it(Language language) =>
        _anyAnswers.Sample(answers =>
        {
            var read = PostedAnswers.Read(
                EveryType.Form,
                EveryType.Form.Variables,
                FieldValues.Of(EveryType.Form.Variables, answers, language)
            );

            Assert.Empty(read.Problems);
            Assert.Empty(read.ChangesSince(answers));
        });

    [Fact]
    public void Ticks_of_a_row_and_the_words_behind_them_are_answers_of_their_own()
    {
        var read = Read(("tools.office", ["other", "hand"]), ("tools.other", ["Zange"]));

        Assert.Empty(read.Problems);
        Assert.Equal(new Answer.CodedSet(["hand", "other"]), read.ByVariable["tools.office"]);
        Assert.Equal(Answer.Unanswered, read.ByVariable["tools.workshop"]);
        Assert.Equal(new Answer.Words("Zange"), read.ByVariable["tools.other"]);
    }

    [Fact]
    public void Ticks_and_a_reason_in_one_row_are_a_mistake_of_this_row()
    {
        var read = Read(("tools.office", ["hand", "!dontKnow"]), ("tools.workshop", ["machine"]));

        Assert.Equal(("tools.office", "exclusiveOption"), (Assert.Single(read.Problems).Variable, read.Problems[0].Code));
        Assert.Equal(new Answer.CodedSet(["machine"]), read.ByVariable["tools.workshop"]);
    }

    [Theory]
    [InlineData("1.4.2026", "31.10.2026", "", "")]
    [InlineData("2026-04-01", "October 31, 2026", "", "")]
    [InlineData("1.4.2026", "1.4.2026", "", "")]
    [InlineData("", "", "", "")]
    [InlineData("1.4.2026", "", "wrongType", "Letzter Tag: Der Tag fehlt.")]
    [InlineData("bald", "31.10.2026", "wrongType", "Erster Tag: Tag: „bald“")]
    [InlineData("1.4.2026", "31.3.2026", "endsBeforeItBegins", "")]
    [InlineData("31.12.1999", "31.3.2026", "belowMinimum", "")]
    [InlineData("31.2.2026", "31.4.2026", "wrongType", "er hat 28 Tage. Letzter Tag: Tag: Den 31. gibt es in diesem Monat nicht")]
    public void Two_days_are_a_period_and_what_is_wrong_is_said_of_its_day(string begin, string end, string code, string says)
    {
        var read = Read(("open!begin!day", [begin]), ("open!end!day", [end]));

        Assert.Equal(code, read.Problems is [var problem] ? problem.Code : "");
        Assert.Contains(says, code.Length == 0 ? "" : read.Problems[0].Message.De, StringComparison.Ordinal);
        Assert.Equal(code is not "wrongType" && begin.Length > 0, read.ByVariable["open"] is Answer.Period);
    }

    [Fact]
    public void A_reason_takes_the_place_of_a_period_and_not_a_place_beside_it()
    {
        Assert.Equal(new Answer.Missing(MissingReason.DontKnow), Read(("open!reason", ["!dontKnow"])).ByVariable["open"]);
        Assert.Equal("exclusiveOption", Assert.Single(Read(("open!reason", ["!dontKnow"]), ("open!end!year", ["2026"])).Problems).Code);
    }

    [Fact]
    public void A_code_that_was_found_is_chosen_and_words_where_nothing_fits()
    {
        Assert.Equal(new Answer.Coded("43.91"), Read(("branch", ["43.91"]), ("branch!search", ["Dach"])).ByVariable["branch"]);
        var described = Read(("branch", ["other"]), ("branch.other", ["Drohnenwäsche"]));
        Assert.Equal(new Answer.Coded("other"), described.ByVariable["branch"]);
        Assert.Equal(new Answer.Words("Drohnenwäsche"), described.ByVariable["branch.other"]);
        Assert.Equal("unknownOption", Assert.Single(Read(("branch", ["43"])).Problems).Code);
    }

    [Fact]
    public void Only_what_was_changed_is_a_change()
    {
        var read = Read(("usage", ["some"]), ("persons", ["12"]));

        var changes = read.ChangesSince(
            Answers.Of(new Dictionary<string, Answer> { ["usage"] = new Answer.Coded("some"), ["remark"] = new Answer.Words("alt") })
        );

        Assert.Equal(["persons", "remark"], changes.Keys.Order());
        Assert.Equal(Answer.Unanswered, changes["remark"]);
    }

    [Fact]
    public void Questions_that_were_not_shown_stay_as_they_are()
    {
        var shown = EveryType.Form.Variables.Where(variable => variable.Id == "usage");

        var read = PostedAnswers.Read(EveryType.Form, shown, Posted(("usage", ["none"]), ("persons", ["12"])));

        Assert.Equal(["usage"], read.ByVariable.Keys);
    }

    [Theory]
    [InlineData("persons", "zwölf", "notANumber")]
    [InlineData("persons", "1,234.5.6", "notANumber")]
    [InlineData("persons", "0", "belowMinimum")]
    [InlineData("persons", "1000001", "aboveMaximum")]
    [InlineData("share", "12,55", "tooManyDecimals")]
    [InlineData("usage", "maybe", "unknownOption")]
    [InlineData("usage", "!notApplicable", "reasonNotOffered")]
    [InlineData("remark", "A text that is longer than forty characters is.", "tooLong")]
    public void A_wrong_value_is_a_problem_at_its_field(string variable, string typed, string code)
    {
        var problem = Assert.Single(Read((variable, [typed])).Problems);

        Assert.Equal((variable, code), (problem.Variable, problem.Code));
    }

    [Theory]
    [InlineData("persons", "1.250", 1250)]
    [InlineData("persons", "1,250", 1250)]
    [InlineData("persons", "1\u202f250 Personen", 1250)]
    [InlineData("persons", "\u202d12\u202c", 12)]
    [InlineData("share", "50 %", 50)]
    [InlineData("share", "12,5 Prozent", 12.5)]
    [InlineData("split.own", "60%", 60)]
    public void A_number_is_read_with_the_unit_of_its_question(string variable, string typed, double number) =>
        Assert.Equal(new Answer.Number((decimal)number), Read((variable, [typed])).ByVariable[variable]);

    [Theory]
    [InlineData(null, null)]
    [InlineData("7", null)]
    [InlineData("12345", 12345.0)]
    [InlineData("12.345", 12.345)]
    public void A_number_with_two_readings_is_asked_back_until_one_is_chosen(string? chosen, double? number)
    {
        var form = Precise();

        var read = PostedAnswers.Read(
            form,
            form.Variables,
            Posted(("length", ["12.345"]), ("length!reading", chosen is null ? [] : [chosen]))
        );

        if (number is { } meant)
        {
            Assert.Empty(read.Problems);
            Assert.Equal(new Answer.Number((decimal)meant), read.ByVariable["length"]);
            return;
        }

        var problem = Assert.Single(read.Problems);
        Assert.Equal("ambiguousNumber", problem.Code);
        Assert.Contains(
            "Meinen Sie 12345 (eine ganze Zahl) oder 12,345 (mit Nachkommastellen)?",
            problem.Message.De,
            StringComparison.Ordinal
        );
        Assert.Contains("Do you mean 12345 (a whole number) or 12.345 (with decimals)?", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_number_that_has_two_readings_comes_back_as_it_was()
    {
        var form = Precise();
        var stored = Answers.Of(new Dictionary<string, Answer> { ["length"] = new Answer.Number(12.345m) });

        var read = PostedAnswers.Read(form, form.Variables, FieldValues.Of(form.Variables, stored, Language.German));

        Assert.Empty(read.Problems);
        Assert.Empty(read.ChangesSince(stored));
    }

    [Fact]
    public void A_number_of_sixteen_digits_is_refused_where_it_is_typed() =>
        Assert.Equal("tooLarge", Assert.Single(Read(("split.own", ["1000000000000000"])).Problems).Code);

    [Fact]
    public void The_items_of_a_roster_are_those_that_the_form_showed_or_none_or_a_reason()
    {
        Assert.Equal(new Answer.Items(["k3f9x2", "p7q8r9"]), Read(("sites!items", ["k3f9x2", "p7q8r9"])).ByVariable["sites"]);
        Assert.Equal(new Answer.Items([]), Read(("sites!none", ["none"])).ByVariable["sites"]);
        Assert.Equal(new Answer.Missing(MissingReason.Refused), Read(("sites!reason", ["!refused"])).ByVariable["sites"]);
        Assert.Equal("exclusiveOption", Assert.Single(Read(("sites!none", ["none"]), ("sites!reason", ["!refused"])).Problems).Code);
        Assert.Equal(Answer.Unanswered, Read(("usage", ["some"])).ByVariable["sites"]);
    }

    [Fact]
    public void The_parts_of_a_sum_within_an_item_share_the_reason_of_this_item()
    {
        Variable[] variables = [.. new[] { "k3f9x2", "p7q8r9" }.SelectMany(Parts)];
        var read = PostedAnswers.Read(
            EveryType.Form,
            variables,
            Posted(("sites[k3f9x2].staff!reason", ["!dontKnow"]), ("sites[p7q8r9].staff.office", ["60"]))
        );

        Assert.Empty(read.Problems);
        Assert.Equal(new Answer.Missing(MissingReason.DontKnow), read.ByVariable["sites[k3f9x2].staff.field_work"]);
        Assert.Equal(new Answer.Number(60), read.ByVariable["sites[p7q8r9].staff.office"]);
        Assert.Equal(Answer.Unanswered, read.ByVariable["sites[p7q8r9].staff.field_work"]);

        static IEnumerable<Variable> Parts(string item)
        {
            return new[] { "office", "field_work" }.Select(part => EveryType.Form.Variable($"sites[{item}].staff.{part}")!);
        }
    }

    [Fact]
    public void Control_characters_that_come_with_pasted_text_are_left_out() =>
        Assert.Equal(new Answer.Words("eins\nzwei\tdrei"), Read(("remark", ["eins\r\nzwei\t\u0007drei\u0000"])).ByVariable["remark"]);

    [Fact]
    public void Two_reasons_for_a_sum_are_one_mistake() =>
        Assert.Equal("split.own", Assert.Single(Read(("split!reason", ["!dontKnow", "!refused"])).Problems).Variable);

    [Fact]
    public void Several_reasons_are_not_called_an_answer_beside_a_reason() =>
        Assert.StartsWith(
            "Sie haben mehrere Gründe",
            Assert.Single(Read(("fields", ["!dontKnow", "!refused"])).Problems).Message.De,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_reason_beside_ticked_options_is_asked_back() =>
        Assert.Equal("exclusiveOption", Assert.Single(Read(("fields", ["text", "!dontKnow"])).Problems).Code);

    [Fact]
    public void A_reason_beside_a_typed_number_is_asked_back() =>
        Assert.Equal("exclusiveOption", Assert.Single(Read(("persons", ["3"]), ("persons!reason", ["!refused"])).Problems).Code);

    [Fact]
    public void The_reason_of_a_sum_is_that_of_its_blank_parts()
    {
        var read = Read(("split.own", ["60"]), ("split!reason", ["!dontKnow"]));

        Assert.Empty(read.Problems);
        Assert.Equal(new Answer.Missing(MissingReason.DontKnow), read.ByVariable["split.cloud"]);
        Assert.Equal(new Answer.Number(60), read.ByVariable["split.own"]);
    }

    private static PostedAnswers Read(params (string Name, string[] Values)[] fields) =>
        PostedAnswers.Read(EveryType.Form, EveryType.Form.Variables, Posted(fields));

    private static Questionnaire Precise() =>
        Questionnaire
            .Parse(
                """
                id: precise
                version: 1.0.0
                languages: [de, en]
                title: { de: Genau, en: Precise }
                sections:
                  - id: all
                    title: { de: Alle, en: All }
                    questions:
                      - { id: length, type: decimal, decimals: 3, text: { de: "Wie lang?", en: "How long?" } }
                """,
                "precise.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

    private static FieldValues Posted(params (string Name, string[] Values)[] fields) =>
        FieldValues.Posted(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Values))));

    private static Gen<KeyValuePair<string, Answer>> AnyOf(string variable, string[] codes, MissingReason[] reasons) =>
        Gen.OneOf(
                Gen.Const(Answer.Unanswered),
                OneOf(codes).Select(code => (Answer)new Answer.Coded(code)),
                OneOf(reasons).Select(reason => (Answer)new Answer.Missing(reason))
            )
            .Select(answer => KeyValuePair.Create(variable, answer));

    private static Gen<KeyValuePair<string, Answer>> NumberOf(string variable, int from, int to, int decimals, MissingReason[] reasons) =>
        Gen.OneOf(
                Gen.Const(Answer.Unanswered),
                Gen.Int[from, to].Select(number => (Answer)new Answer.Number(decimals == 1 ? number / 10m : number)),
                OneOf(reasons).Select(reason => (Answer)new Answer.Missing(reason))
            )
            .Select(answer => KeyValuePair.Create(variable, answer));

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
