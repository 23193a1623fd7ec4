using System.Globalization;
using CsCheck;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Dates as people type them: read where there is one reading, else asked back part by part.</summary>
public sealed class TypedDayTests
{
    [Theory]
    [InlineData("1", "3", "1998")]
    [InlineData("01", "03", "1998")]
    [InlineData("1.", "3.", "1998")]
    [InlineData("01.", "03.", "1998.")]
    [InlineData("\uff11", "\uff13", "\uff11\uff19\uff19\uff18")]
    [InlineData("\u200b1", "3\u001f", "\ufeff1998\u0000")]
    [InlineData("1", "März", "1998")]
    [InlineData("1", "maerz", "1998")]
    [InlineData("1", "Mrz.", "1998")]
    [InlineData("1", "MARCH", "1998")]
    [InlineData("1st", "mar", "1998")]
    [InlineData("1.3.1998", "", "")]
    [InlineData("", "01.03.1998", "")]
    [InlineData("", "", "1998-03-01")]
    [InlineData("1. März 1998", "", "")]
    [InlineData("1 March 1998", "\u200b", "")]
    [InlineData("March 1, 1998", "", "")]
    [InlineData("1998/3/1", "", "")]
    [InlineData("1-3-1998", "", "")]
    public void The_first_of_March_is_read_however_it_is_typed(string day, string month, string year) =>
        Assert.Equal(new DateOnly(1998, 3, 1), TypedDay.Read(day, month, year).Value);

    [Theory]
    [InlineData("31", "2", "2027", "Tag: Den 31. gibt es in diesem Monat nicht, er hat 28 Tage.")]
    [InlineData("29", "Februar", "1900", "Tag: Den 29. gibt es in diesem Monat nicht, er hat 28 Tage.")]
    [InlineData("", "2", "2027", "Der Tag fehlt.")]
    [InlineData("1", "13", "2027", "Monat: „13“ ist kein Monat, weder eine Zahl von 1 bis 12 noch ein Name.")]
    [InlineData("1", "1", "27", "Jahr: „27“ ist kein Jahr mit vier Ziffern, wie 1998.")]
    [InlineData("1", "1", "0998", "Jahr: „0998“ ist kein Jahr mit vier Ziffern, wie 1998.")]
    [InlineData("1", "Ju", "1998", "Monat: „Ju“ ist kein Monat, weder eine Zahl von 1 bis 12 noch ein Name.")]
    [InlineData("Februar", "1", "1998", "Tag: „Februar“ ist kein Tag von 1 bis 31.")]
    [InlineData("1.3.98", "", "", "Jahr: „98“ ist kein Jahr mit vier Ziffern, wie 1998.")]
    [InlineData("", "", "1998", "Der Tag fehlt. Der Monat fehlt.")]
    [InlineData("3/4/1998", "", "", "Tag: „3/4/1998“ ist kein Tag von 1 bis 31. Der Monat fehlt. Das Jahr fehlt.")]
    [InlineData("1.3.1998", "3", "", "Tag: „1.3.1998“ ist kein Tag von 1 bis 31. Das Jahr fehlt.")]
    [InlineData(
        "-",
        "-",
        "-",
        "Tag: „-“ ist kein Tag von 1 bis 31. Monat: „-“ ist kein Monat, weder eine Zahl von 1 bis 12 noch ein Name. "
            + "Jahr: „-“ ist kein Jahr mit vier Ziffern, wie 1998."
    )]
    public void What_cannot_be_read_is_asked_back_with_what_was_typed(string day, string month, string year, string words)
    {
        var read = Read(day, month, year);

        var problem = Assert.Single(read.Problems);
        Assert.Equal(("founded", "wrongType", words), (problem.Variable, problem.Code, problem.Message.De));
        Assert.DoesNotContain(read.ChangesSince(Stored), one => one.Key == "founded");
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData(" ", "\u200b", "\u0000")]
    public void Blank_fields_take_a_date_away(string day, string month, string year) =>
        Assert.Equal(Answer.Unanswered, Read(day, month, year).ChangesSince(Stored)["founded"]);

    [Fact]
    public void Every_day_is_read_back_from_its_usual_writings() =>
        Gen.Int[0, 80_000]
            .Sample(days =>
            {
                var day = new DateOnly(1800, 1, 1).AddDays(days);
                return new[] { "d.M.yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "d. MMMM yyyy", "d. MMM yyyy" }
                    .SelectMany(form => new[] { "de-DE", "en-GB" }.Select(tag => day.ToString(form, CultureInfo.GetCultureInfo(tag))))
                    .All(typed => TypedDay.Read(typed, "", "").Value == day);
            });

    [Fact]
    public void No_input_throws() =>
        Gen.Select(Gen.String, Gen.String, Gen.String)
            .Sample((day, month, year) => TypedDay.Read(day, month, year) is { } read && read.Value is null == (read.Wrong.Count > 0));

    private static Answers Stored => Answers.Of([KeyValuePair.Create<string, Answer>("founded", new Answer.Day(new DateOnly(1998, 3, 1)))]);

    private static PostedAnswers Read(string day, string month, string year) =>
        PostedAnswers.Read(
            EveryType.Form,
            EveryType.Form.Variables,
            FieldValues.Posted(
                new FormCollection(
                    new Dictionary<string, StringValues>
                    {
                        ["founded!day"] = day,
                        ["founded!month"] = month,
                        ["founded!year"] = year,
                    }
                )
            )
        );
}
