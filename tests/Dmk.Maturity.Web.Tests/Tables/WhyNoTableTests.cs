using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What the pages of results say where a study shows no figures.</summary>
public sealed class WhyNoTableTests
{
    [Theory]
    [InlineData("NOT_YET_SHOWN", "sobald alles gezeigt ist")]
    [InlineData("INDEX_NOT_READY", "werden gerade berechnet")]
    [InlineData("INDEX_NOT_SHOWN", "kam nach der Veröffentlichung der Studie hinzu")]
    public void It_is_said_in_German_why_an_added_version_has_no_figures(string code, string german)
    {
        Assert.Contains(german, TableWords.WhyNoTable(code)!.In(Language.German), StringComparison.Ordinal);
        Assert.NotEqual(TableWords.WhyNoTable(code)!.In(Language.German), TableWords.WhyNoTable(code)!.In(Language.English));
    }

    [Fact]
    public void A_table_that_a_study_does_not_have_has_no_such_words()
    {
        Assert.Null(TableWords.WhyNoTable("TABLE_UNKNOWN"));
    }
}
