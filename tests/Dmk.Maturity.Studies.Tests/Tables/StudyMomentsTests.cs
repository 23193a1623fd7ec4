using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

public sealed class StudyMomentsTests
{
    private static readonly MomentLayout _layout = new(2)
    {
        Crossed = [0, 1],
        Steps =
        [
            [40],
            [40, 80],
        ],
        PerPerson = true,
    };

    /// <summary>A company: its stratum, its cell and its two scores.</summary>
    private static readonly Gen<(int Stratum, int Cell, double One, double Other)> _company = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        Gen.Int[0, 100],
        Gen.Int[-20, 100],
        (stratum, cell, one, other) => (stratum, cell, (double)one, other < 0 ? double.NaN : other)
    );

    [Fact]
    public void A_snapshot_stays_as_it_was_whatever_comes_after_it() =>
        Gen.Select(_company.List[0, 20], _company.List[0, 20], _company.List[0, 20])
            .Sample(
                (before, between, after) =>
                {
                    var moments = Of(before);
                    var first = moments.Snapshot();
                    Add(moments, between);
                    var second = moments.Snapshot();
                    Add(moments, after);
                    AssertSame(Of(before), first);
                    AssertSame(Of([.. before, .. between]), second);
                    AssertSame(Of([.. before, .. between, .. after]), moments);
                },
                iter: 200
            );

    [Fact]
    public void A_snapshot_can_be_added_to_without_those_that_it_was_taken_of() =>
        Gen.Select(_company.List[0, 20], _company.List[1, 20])
            .Sample(
                (before, after) =>
                {
                    var moments = Of(before);
                    var snapshot = moments.Snapshot();
                    Add(snapshot, after);
                    AssertSame(Of(before), moments);
                    AssertSame(Of([.. before, .. after]), snapshot);
                },
                iter: 100
            );

    [Fact]
    public void Parts_together_are_what_merging_them_gives_and_stay_as_they_are() =>
        Gen.Select(_company.List[0, 20], _company.List[0, 20], _company.List[0, 20])
            .Sample(
                (one, other, later) =>
                {
                    StudyMoments[] parts = [Of(one), Of(other)];
                    var all = StudyMoments.Of(_layout, parts);
                    AssertSame(Of([.. one, .. other]), all);
                    Add(parts[0], later);
                    AssertSame(Of([.. one, .. other]), all);
                    Add(all, later);
                    AssertSame(Of([.. one, .. later]), parts[0]);
                    AssertSame(Of(other), parts[1]);
                    AssertSame(Of([.. one, .. other, .. later]), all);
                },
                iter: 200
            );

    [Fact]
    public void Parts_that_keep_other_sums_are_refused() =>
        Assert.Throws<ArgumentException>(() => StudyMoments.Of(_layout, [new StudyMoments(2)]));

    private static StudyMoments Of(IEnumerable<(int Stratum, int Cell, double One, double Other)> companies)
    {
        var moments = new StudyMoments(_layout);
        Add(moments, companies);
        return moments;
    }

    private static void Add(StudyMoments moments, IEnumerable<(int Stratum, int Cell, double One, double Other)> companies)
    {
        foreach (var (stratum, cell, one, other) in companies)
        {
            moments.At(ReportingCell.Of("BW", $"{stratum}"), ReportingCell.Of("BW", $"{cell}")).Add([one, other], stratum + 1);
        }
    }

    private static void AssertSame(StudyMoments expected, StudyMoments actual)
    {
        Assert.Equal(expected.Cells.Count, actual.Cells.Count);
        Assert.All(expected.Cells, cell => Assert.True(cell.Value.SameAs(actual.Cells[cell.Key])));
    }
}
