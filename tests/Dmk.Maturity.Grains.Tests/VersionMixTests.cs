using CsCheck;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What readers learn about versions changes by nobody or by at least three.</summary>
public sealed class VersionMixTests
{
    [Fact]
    public void Versions_advance_together_or_not_at_all()
    {
        var first = VersionMix.Nobody.Advance(Mix(("1.0.0", 5)), 3);
        Assert.Equal(5, first.Of("1.0.0"));
        Assert.Same(first, first.Advance(Mix(("1.0.0", 8), ("1.1.0", 1)), 3));
        Assert.Same(first, first.Advance(Mix(("1.0.0", 7), ("1.1.0", 4)), 3));
        var second = first.Advance(Mix(("1.0.0", 5), ("1.1.0", 3)), 3);
        Assert.Equal((5, 3), (second.Of("1.0.0"), second.Of("1.1.0")));
    }

    [Fact]
    public void Two_respondents_are_not_told_apart_by_their_version() =>
        Assert.Empty(VersionMix.Nobody.Advance(Mix(("1.0.0", 9), ("1.1.0", 2)), 3).Respondents);

    [Fact]
    public void Versions_are_in_the_order_of_their_numbers() =>
        Assert.Equal(["1.2.0", "1.10.0"], Mix(("1.10.0", 1), ("1.2.0", 1), ("1.9.0", 0)).Respondents.Keys);

    [Fact]
    public void However_respondents_come_no_count_and_no_difference_to_all_tells_of_fewer_than_three() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 5])
            .Array[1, 60]
            .Sample(arrivals =>
            {
                var (now, shown) = (VersionMix.Nobody, VersionMix.Nobody);
                foreach (var (version, count) in arrivals)
                {
                    now = VersionMix.Of([.. now.Respondents, KeyValuePair.Create($"1.{version}.0", (long)count)]);
                    var next = shown.Advance(now, 3);
                    Assert.All(next.Respondents, one => Assert.True(one.Value - shown.Of(one.Key) is 0 or >= 3));
                    Assert.All(shown.Respondents, one => Assert.True(next.Of(one.Key) >= one.Value));
                    Assert.True(ReferenceEquals(next, shown) || next.Respondents.Values.Sum() == now.Respondents.Values.Sum());
                    shown = VersionMix.Read(next.Write());
                }
            });

    private static VersionMix Mix(params (string Version, long Respondents)[] counts) =>
        VersionMix.Of(counts.Select(count => KeyValuePair.Create(count.Version, count.Respondents)));
}
