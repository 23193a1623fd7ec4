using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web.Tests;

public class VersionsTextTests
{
    private static readonly KeyValuePair<string, long>[] _mix = [new("1.0.0", 12_345), new("1.1.0", 6)];

    [Fact]
    public void Versions_are_told_with_their_respondents_in_both_languages()
    {
        var text = ProvenanceWords.VersionsText(_mix, Sight.Live);
        Assert.Equal(
            ("1.0.0: 12.345 Antworten; 1.1.0: 6 Antworten", "1.0.0: 12,345 respondents; 1.1.0: 6 respondents"),
            (text.De, text.En)
        );
    }

    [Fact]
    public void The_shown_state_says_that_it_waits_for_enough()
    {
        var text = ProvenanceWords.VersionsText(_mix, Sight.Shown);
        Assert.EndsWith("(as of when each had last grown by enough respondents)", text.En, StringComparison.Ordinal);
        Assert.EndsWith("(Stand, in dem jede zuletzt um genügend Antworten gewachsen war)", text.De, StringComparison.Ordinal);
    }
}
