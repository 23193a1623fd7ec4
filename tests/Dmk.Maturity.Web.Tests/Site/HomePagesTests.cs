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

    [Theory]
    [InlineData("", -1)]
    [InlineData("real", 0)]
    [InlineData("real closed", 0)]
    [InlineData("real closed, real", 1)]
    [InlineData("synthetic draft, real, real closed", 1)]
    [InlineData("real, synthetic", -1)]
    [InlineData("real closed, real draft", -1)]
    public void The_start_page_is_about_the_only_study_in_the_field(string studies, int place)
    {
        Study[] all = [.. studies.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Study)];

        Assert.Same(place < 0 ? null : all[place], HomePages.About(all));
    }

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
