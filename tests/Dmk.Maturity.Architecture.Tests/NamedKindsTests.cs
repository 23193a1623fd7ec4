using System.Text.RegularExpressions;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>A kind of question, answer, reason, reporting variable or result that is added later is seen by every switch that names its
/// siblings: it names this one too, or it throws.</summary>
public sealed partial class NamedKindsTests
{
    private static readonly HashSet<string> _hierarchies = new(StringComparer.Ordinal)
    {
        "Question",
        "Answer",
        "MissingReason",
        "VariableSource",
        "Result",
        "Shape",
        "CheckScope",
        "Indicator",
    };

    [Fact]
    public void No_switch_is_silent_about_a_kind_that_it_does_not_name() =>
        Assert.Empty(Files("*.cs").SelectMany(file => SilentArms.In(File.ReadAllText(file), _hierarchies)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_switch_of_a_page_is_silent_either() =>
        Assert.Empty(
            Files("*.razor")
                .Where(file => Kind().IsMatch(File.ReadAllText(file)) && !ThrowingDefault().IsMatch(File.ReadAllText(file)))
                .Select(Path.GetFileName)
        );

    [Theory]
    [InlineData("question switch { Question.Note => 1, _ => 0 }", true)]
    [InlineData("question switch { Question.Note => 1, var other => 0 }", true)]
    [InlineData("(question, answer) switch { (Question.Note, _) => 1, (_, Answer.Day) => 2, (_, _) => 0 }", true)]
    [InlineData("reason switch { MissingReason.Refused or MissingReason.DontKnow => 1, _ => 0 }", true)]
    [InlineData("question switch { Question.Note => 1, _ => throw new UnreachableException() }", false)]
    [InlineData("question switch { Question.Note => 1, Question.Grid { Several: true } grid => 2 }", false)]
    [InlineData("number switch { 1 => Question.None, _ => null }", false)]
    [InlineData("() => { switch (question) { case Question.Note: break; } }", true)]
    [InlineData("() => { switch (question) { case Question.Note note when x: break; default: break; } }", true)]
    [InlineData("() => { switch (question) { case Question.Note: break; default: throw new UnreachableException(); } }", false)]
    public void A_silent_arm_is_found(string expression, bool isSilent) =>
        Assert.Equal(isSilent ? ["Some.Value"] : [], SilentArms.In($"class Some {{ object Value => {expression}; }}", _hierarchies));

    private static string[] Files(string pattern) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories);

    [GeneratedRegex(@"case (Question|Answer|MissingReason|VariableSource|Result)\.")]
    private static partial Regex Kind();

    [GeneratedRegex(@"default:\s+throw ")]
    private static partial Regex ThrowingDefault();
}
