using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What an address asks for, of whom, and what is shown where a reader is not told of those.</summary>
public sealed class TableQueryTests
{
    private static readonly Study _study = new(
        SmallTable.Design,
        StudyVersion.Of([SmallTable.Pilot], _ => [SmallTable.Maturity]),
        [],
        Origin.Synthetic,
        StudyPhase.InField
    );

    [Fact]
    public void An_address_names_the_companies_that_are_counted_and_keeps_them_in_every_further_one()
    {
        var request = Read(("by", "land"), ("condition", "ai"));
        var query = new TableQuery(request.Find(), TableOrder.Highest);

        Assert.Null(TableQuery.WithFewerChoices(request));
        Assert.Equal("ai", query.Condition?.Id);
        Assert.Contains("&condition=ai&sort=", query.Text(TableOrder.Highest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("land,sector", "total")]
    [InlineData("land", "strategy-plan")]
    public void Of_all_companies_is_shown_what_is_not_told_of_some(string by, string node)
    {
        var request = Read(("by", by), ("node", node), ("condition", "ai"));

        var all = TableQuery.WithFewerChoices(request)!;

        Assert.Equal((null, node), (all.Condition, all.Find().Node.Id));
    }

    [Fact]
    public void An_address_counts_persons_and_keeps_it_in_every_further_one()
    {
        var request = Read(("by", "land"), ("estimand", "perPerson"));
        var query = new TableQuery(request.Find(), TableOrder.Highest);

        Assert.Null(TableQuery.WithFewerChoices(request));
        Assert.True(query.CountsPersons);
        Assert.Contains("&estimand=perPerson&sort=", query.Text(TableOrder.Highest), StringComparison.Ordinal);
    }

    /// <summary>The condition is kept where it can be.</summary>
    [Theory]
    [InlineData("land,sector", "", null)]
    [InlineData("land", "ai", "ai")]
    [InlineData("land,sector", "ai", null)]
    public void Per_enterprise_is_shown_what_is_not_told_per_person(string by, string condition, string? kept)
    {
        var request = Read(("by", by), ("condition", condition), ("estimand", "perPerson"));

        var other = TableQuery.WithFewerChoices(request)!;

        Assert.Equal((kept, Estimand.PerEnterprise), (other.Condition, other.Estimand));
    }

    [Theory]
    [InlineData("planet", "ai", "TABLE_UNKNOWN")]
    [InlineData("land", "nobody", "CONDITION_UNKNOWN")]
    public void What_the_study_does_not_have_is_not_shown_of_all_either(string by, string condition, string code)
    {
        var request = Read(("by", by), ("condition", condition));

        Assert.Equal(code, Assert.Throws<ResultRequestException>(() => (TableQuery.WithFewerChoices(request) ?? request).Find()).Code);
    }

    [Theory]
    [InlineData(Language.German, "Gezählt werden nur: Unternehmen, die KI nutzen. Wer dazugehört, sagen die Antworten.")]
    [InlineData(Language.English, "Only these are counted: Companies that use AI. Who belongs to them is known from the answers.")]
    public void The_page_says_who_is_counted(Language language, string sentence) =>
        Assert.Equal(sentence, TableWords.Only(Read(("condition", "ai")).Find().Condition!).In(language));

    private static ResultRequest Read(params (string Key, string Value)[] query) =>
        TableQuery
            .Read(
                _study,
                new QueryCollection(query.ToDictionary(one => one.Key, one => new StringValues(one.Value))),
                new(Role.Economist, null, "test")
            )!
            .Value.Request;
}
