using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What a company reads about those beside whom it stands.</summary>
public sealed class BenchmarkWordsTests
{
    private static readonly ReportingVariable _land = SmallStudy.Design.Land;

    [Fact]
    public void A_company_beside_all_others_reads_that_it_may_have_answered_later() =>
        Assert.Equal(
            "Compared with: all companies that have answered. Widened, as closer groups are too small or not shown, or as your company "
                + $"answered later; not looked at: {_land.Title.In(Language.English)}.",
            BenchmarkWords.Who(new([], [], [_land])).In(Language.English)
        );

    [Fact]
    public void A_company_beside_those_of_its_Land_was_among_them() =>
        Assert.DoesNotContain(
            "later",
            BenchmarkWords.Who(new([_land], [_land.PossibleCodes[0]], [SmallStudy.Design.Variable("size")!])).In(Language.English),
            StringComparison.Ordinal
        );
}
