using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

public sealed class OpenedTablesTests
{
    [Fact]
    public void Fine_tables_are_not_opened_at_the_cost_of_those_by_one_variable()
    {
        var (shown, saved) = (0, 0);
        for (var seed = 1; seed <= 120; seed++)
        {
            var study = AttackedStudy.Of(30 + (3 * seed), seed);
            var (headline, whole) = (InMargins(study, ShownExtent.Headline), InMargins(study, ShownExtent.Whole));

            Assert.True(
                whole >= 0.95 * headline,
                $"Seed {seed}: {headline} of {study.Companies.Count} companies, with all tables {whole}."
            );
            shown += headline > 0 ? 1 : 0;
            saved += headline > WithAllTables(study) ? 1 : 0;
        }

        Assert.True(shown > 60, $"Only {shown} studies showed a margin.");
        Assert.True(saved > 10, $"Only {saved} studies would have shown fewer companies.");
    }

    private static long InMargins(AttackedStudy study, ShownExtent extent) =>
        InMargins(study, ShownSets.Advance(AttackedStudy.Design, study.Family, GroupsOf(study), 1, extent));

    /// <summary>With all tables opened, whatever it costs.</summary>
    private static long WithAllTables(AttackedStudy study)
    {
        var standing = new StandingIn(study.Order, AttackedStudy.Design.Confidentiality);
        var entered = Admission.Advance(
            [.. study.Companies.Select(one => new AlikeCompanies(standing.Cells(one.Cell), standing.Stays(one.Stratum, one.Cell), 1))],
            [.. study.Companies.Select(_ => new int[study.Order.Tables.Count])],
            [.. study.Companies.Select(_ => true)],
            [.. study.Order.Tables.Select(_ => true)],
            new(study.Order.Finer, study.Order.Needing),
            1,
            5
        );
        return InMargins(study, entered);
    }

    private static long InMargins(AttackedStudy study, IReadOnlyList<IReadOnlyList<int>> entered) =>
        study
            .Order.Tables.Index()
            .Where(table => table.Item.Count == 1)
            .Min(table => entered.Count(history => history[table.Index] != Admission.Never));

    private static CompanyGroup[] GroupsOf(AttackedStudy study) =>
        [.. study.Companies.Select(company => company.Group(new int[study.Order.Tables.Count]))];
}
