using System.Text;
using CsCheck;
using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class AnswersJsonTests
{
    [Fact]
    public void Answers_have_one_form_as_bytes()
    {
        var answers = AnswersOf(
            ("f", Missing(MissingReason.DontKnow)), ("e", new Answer.Day(new(2027, 3, 1))), ("d", Words("Größe \"1\"")),
            ("c", Number(12.50m)), ("b", Codes("x", "y")), ("a", Code("x")), ("g", Answer.Unanswered));

        Assert.Equal(
            "{'a':{'code':'x'},'b':{'codes':['x','y']},'c':{'number':'12.5'},'d':{'text':'Größe \\'1\\''},'e':{'date':'2027-03-01'},'f':{'missing':'dontKnow'}}".Replace('\'', '"'),
            Encoding.UTF8.GetString(AnswersJson.Write(answers)));
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

        Assert.Equal($$$"""{"a":{"number":"{{{written}}}"}}""", Encoding.UTF8.GetString(AnswersJson.Write(AnswersOf(("a", Number(value))))));
    }

    // With ' for ".
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{'a':1}")]
    [InlineData("{'a':{}}")]
    [InlineData("{'a':{'code':1}}")]
    [InlineData("{'a':{'code':'x','text':'y'}}")]
    [InlineData("{'a':{'codes':[]}}")]
    [InlineData("{'a':{'codes':[1]}}")]
    [InlineData("{'a':{'codes':[['x']]}}")]
    [InlineData("{'a':{'number':'1,5'}}")]
    [InlineData("{'a':{'number':1.5}}")]
    [InlineData("{'a':{'date':'01.03.2027'}}")]
    [InlineData("{'a':{'missing':'gone'}}")]
    [InlineData("{'a':{'colour':'red'}}")]
    [InlineData("{'a':{'code':'x'},'a':{'code':'y'}}")]
    public void Bytes_of_another_form_are_refused(string json) =>
        Assert.Throws<FormatException>(() => AnswersJson.Read(Encoding.UTF8.GetBytes(json.Replace('\'', '"'))));

    [Fact]
    public void Answers_survive_being_written() =>
        Gen.Int.Sample(seed =>
        {
            var answers = RandomAnswers.Of(Form, new(seed));
            var again = AnswersJson.Read(AnswersJson.Write(answers));
            return answers.All.SequenceEqual(again.All) && AnswersJson.Write(again).AsSpan().SequenceEqual(AnswersJson.Write(answers));
        });
}
