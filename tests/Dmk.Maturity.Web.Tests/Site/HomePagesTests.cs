using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web.Tests;

public sealed class HomePagesTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("synthetic", true)]
    [InlineData("synthetic closed", true)]
    [InlineData("synthetic, synthetic closed", true)]
    [InlineData("synthetic, real", false)]
    [InlineData("real closed, synthetic", false)]
    [InlineData("synthetic, real draft", true)]
    [InlineData("real draft", false)]
    [InlineData("real", false)]
    public void The_start_page_calls_everything_made_up_only_where_no_real_study_is_fielded(string studies, bool isMadeUp) =>
        Assert.Equal(isMadeUp, HomePages.AllMadeUp([.. studies.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Study)]));

    private static Study Study(string words) =>
        new(
            null!,
            [],
            [],
            words.StartsWith("real", StringComparison.Ordinal) ? Origin.Real : Origin.Synthetic,
            words.EndsWith("draft", StringComparison.Ordinal) ? StudyPhase.Draft
                : words.EndsWith("closed", StringComparison.Ordinal) ? StudyPhase.Closed
                : StudyPhase.InField
        );
}
