using System.Reflection;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A member that joins a definition must join the comparison of versions as well: add it there, give it a case, then name it
/// here.</summary>
public class EveryMemberTests
{
    [Theory]
    [InlineData(typeof(Questionnaire), "Checks Computed Facts Hash Id Intro Languages ReadsToday Sections Source Title Variables Version")]
    [InlineData(typeof(Section), "Groups Id Intro IsShuffled Questions Title When")]
    [InlineData(typeof(Group), "Id IsShuffled Outer Path Title When")]
    [InlineData(
        typeof(Question),
        "Choices Group GroupConditions Groups Help Id Missing OptionsAreShuffled OptionsWhen Parts PartsWhen Prefill Required "
            + "RowsAreShuffled Text When"
    )]
    [InlineData(typeof(Question.Single), "Options")]
    [InlineData(typeof(Question.Multiple), "Maximum Minimum Options")]
    [InlineData(typeof(Question.Grid), "Options Rows Several")]
    [InlineData(typeof(Question.CodeSearch), "Classification Options")]
    [InlineData(typeof(Question.Numeric), "Decimals Kind Max Min Unit")]
    [InlineData(typeof(Question.SumGroup), "AllowAllBlank Decimals Items Tolerance Total Unit")]
    [InlineData(typeof(Question.FreeText), "Format MaximumLength MinimumLength Pattern PatternMessage")]
    [InlineData(typeof(Question.Date), "From To")]
    [InlineData(typeof(Question.Period), "From MaximumDays MinimumDays To")]
    [InlineData(typeof(Question.Roster), "Computed ItemLabel Maximum Minimum Questions")]
    [InlineData(typeof(Question.Note), "")]
    [InlineData(typeof(Option), "AsksToSpecify Code Exclusive Label Last Specify")]
    [InlineData(typeof(Row), "Id Label")]
    [InlineData(typeof(Computed), "Id Value")]
    [InlineData(typeof(Remark), "Explain ExplanationAsked Id Level Message Scope")]
    [InlineData(typeof(Check), "Must UnknownFails")]
    public void Every_member_of_a_definition_is_compared(Type type, string compared) =>
        Assert.Equal(
            compared,
            string.Join(
                ' ',
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Select(member => member.Name)
                    .Order(StringComparer.Ordinal)
            )
        );

    [Fact]
    public void Every_type_of_question_is_compared() =>
        Assert.Equal(11, typeof(Question).GetNestedTypes().Count(type => type.IsSubclassOf(typeof(Question))));
}
