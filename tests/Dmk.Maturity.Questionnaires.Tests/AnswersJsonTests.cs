using System.Text;
using CsCheck;
using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class AnswersJsonTests
{
    public static TheoryData<string> Broken { get; } =
    ["", .. File.ReadLines(PathOf("broken-answers.cases")).Where(line => line[0] != '#')];

    [Fact]
    public void Answers_have_one_form_as_bytes()
    {
        var answers = AnswersOf(
            ("f", Missing(MissingReason.DontKnow)),
            ("e", new Answer.Day(new(2027, 3, 1))),
            ("d", Words("Größe \"1\"")),
            ("c", Number(12.50m)),
            ("b", Codes("x", "y")),
            ("a", Code("x")),
            ("g", Answer.Unanswered),
            ("h", new Answer.Period(new(2026, 1, 1), new(2026, 12, 31))),
            ("i", new Answer.Items(["k3f9x2", "AbC123"])),
            ("j", new Answer.Items([]))
        );

        Assert.Equal(File.ReadAllText(PathOf("answers.json")).TrimEnd(), Encoding.UTF8.GetString(AnswersJson.Write(answers)));
    }

    [Theory]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Equal_numbers_have_equal_bytes(string number, string written)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(
            $$$"""{"$":1,"a":{"number":"{{{written}}}"}}""",
            Encoding.UTF8.GetString(AnswersJson.Write(AnswersOf(("a", Number(value)))))
        );
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_bytes_are_refused(string json)
    {
        // With the mark, so that what is broken is reached; where there is no object, without.
        var marked = json.StartsWith("{\"", StringComparison.Ordinal) ? "{\"$\":1," + json[1..] : json;

        Assert.Throws<FormatException>(() => AnswersJson.Read(Encoding.UTF8.GetBytes(marked)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"a\":{\"code\":\"x\"}}")]
    [InlineData("{\"$\":2}")]
    [InlineData("{\"$\":1.5}")]
    [InlineData("{\"$\":\"1\"}")]
    [InlineData("{\"a\":{\"code\":\"x\"},\"$\":1}")]
    public void Answers_that_do_not_say_this_form_first_are_refused(string json) =>
        Assert.Throws<FormatException>(() => AnswersJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Nothing_answered_says_its_form_too() => Assert.Equal("{\"$\":1}", Encoding.UTF8.GetString(AnswersJson.Write(Answers.None)));

    [Fact]
    public void Answers_survive_being_written() =>
        Gen.Int.Sample(seed =>
        {
            var answers = RandomAnswers.Of(Form, new(seed));
            var again = AnswersJson.Read(AnswersJson.Write(answers));
            return answers.All.SequenceEqual(again.All) && AnswersJson.Write(again).AsSpan().SequenceEqual(AnswersJson.Write(answers));
        });

    private static string PathOf(string file) => Path.Combine(RepositoryFiles.Root, "tests", "Dmk.Maturity.Questionnaires.Tests", file);
}
