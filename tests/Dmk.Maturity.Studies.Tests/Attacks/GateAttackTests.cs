using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Each attack that once worked, in a short form, against what readers get; and against the same figures without the rule that
/// stops it, where it does work. docs/trials/gate.md has them at full length.</summary>
public sealed class GateAttackTests(ITestOutputHelper output)
{
    private static readonly AttackedStudy _large = AttackedStudy.Of(1200, 21);
    private static readonly AttackedStudy _small = AttackedStudy.Of(260, 22);

    private static readonly Lazy<Reading> _largeShown = new(_large.Shown);
    private static readonly Lazy<Reading> _smallShown = new(_small.Shown);

    [Fact]
    public void Weights_do_not_follow_from_digits()
    {
        Succeeds("in full", WeightAttack.Run(_small.Bare(), _small), 50);
        // Of cells of few companies rounded figures tell enough.
        Succeeds("rounded, nothing withheld", WeightAttack.Run(_small.RoundedAlone(), _small), 40);
        Fails("shown, large", WeightAttack.Run(_largeShown.Value, _large), 10);
    }

    [Fact]
    public void A_node_less_its_parts_tells_of_nobody()
    {
        Succeeds("in full", DifferenceAttack.OfParts(_large.Bare(), _large.Family), 50);
        Fails("shown, small", DifferenceAttack.OfParts(_smallShown.Value, _small.Family), 5);
        Fails("shown, large", DifferenceAttack.OfParts(_largeShown.Value, _large.Family), 30);
    }

    [Fact]
    public void A_total_less_its_parts_tells_of_nobody()
    {
        Succeeds("in full, without those of few", DifferenceAttack.OfCells(_small.WithoutFew()), 100);
        Fails("shown, small", DifferenceAttack.OfCells(_smallShown.Value), 10);
        Fails("shown, large", DifferenceAttack.OfCells(_largeShown.Value), 100);
    }

    [Fact]
    public void Two_who_answer_beside_a_third_learn_nothing_of_it()
    {
        var tries = BesideAttack.Try(_small);
        Succeeds("a minimum of three", BesideAttack.Run(tries, study => study.WithMinimum(3)), 8);
        Fails("shown", BesideAttack.Run(tries, study => study.Shown()), 8);
    }

    [Fact]
    public void No_stratum_is_said_to_have_one_respondent_or_none()
    {
        Succeeds("the list of operators", Named(_small.Weighted().Collapses), 36);
        Fails("shown, small", Named([.. _smallShown.Value.Bases.SelectMany(basis => basis.Collapses)]), 36);
        Fails("shown, large", Named([.. _largeShown.Value.Bases.SelectMany(basis => basis.Collapses)]), 36);

        static AttackResult Named(IReadOnlyList<Collapse> collapses)
        {
            var names = collapses.SelectMany(collapse => collapse.From).ToHashSet(StringComparer.Ordinal);
            var result = new AttackResult();
            foreach (var stratum in _small.Frame)
            {
                result.Attempts++;
                if (names.Contains(string.Join('|', stratum.Cell.ToString().Split('/'))))
                {
                    result.Results++;
                    result.Right += _small.Companies.Count(company => company.Stratum == stratum.Cell) < 2 ? 1 : 0;
                }
            }

            return result;
        }
    }

    [Fact]
    public void Where_all_say_the_same_nobody_is_told_what()
    {
        Succeeds("in full", AlikeAttack.AllTheSame(_large.Bare()), 100);
        Fails("shown, small", AlikeAttack.AllTheSame(_smallShown.Value), 20);
        Fails("shown, large", AlikeAttack.AllTheSame(_largeShown.Value), 100);
    }

    [Fact]
    public void Where_nearly_all_say_all_that_can_be_said_nobody_is_told_what()
    {
        Succeeds("in full", AlikeAttack.NearTheEnd(_large.Bare()), 100);
        Fails("rounded as it is", AlikeAttack.NearTheEnd(_large.RoundedAlone()), 100);
        Fails("shown, small", AlikeAttack.NearTheEnd(_smallShown.Value), 20);
        Fails("shown, large", AlikeAttack.NearTheEnd(_largeShown.Value), 100);
    }

    [Fact]
    public void Bounds_and_margins_leave_withheld_means_open()
    {
        Succeeds("in full, without those of few", BoundsAttack.Run(_small.WithoutFew(), 5), 10);
        Fails("shown, small", BoundsAttack.Run(_smallShown.Value, 5), 50);
        Fails("shown, large", BoundsAttack.Run(_largeShown.Value, 5), 5);
    }

    [Fact]
    public void Whoever_looks_after_each_answer_sees_no_step_of_a_few()
    {
        var before = _large.Companies.Count - 300;
        var (live, _) = PollingAttack.Run(_large, before, answered => [.. Enumerable.Repeat(All(1), answered)]);
        Succeeds("live", live, 300);

        var state = 0;
        var histories = new List<IReadOnlyList<int>>();
        var (shown, grew) = PollingAttack.Run(_large, before, Advanced);
        Fails("shown", shown, 300);
        output.WriteLine($"{grew} cells grew");
        Assert.True(grew > 10, $"Only {grew} cells grew, so hardly anything was looked at.");

        IReadOnlyList<int>[]? Advanced(int answered)
        {
            // An operator shows the results again and again.
            if (answered % 25 != 0)
            {
                return null;
            }

            histories.AddRange(Enumerable.Repeat<IReadOnlyList<int>>(All(0), answered - histories.Count));
            CompanyGroup[] groups = [.. histories.Select((history, at) => _large.Companies[at].Group(history))];
            histories = [.. ShownSets.Advance(AttackedStudy.Design, _large.Family, groups, ++state, ShownExtent.Whole)];
            return [.. histories];
        }

        int[] All(int state)
        {
            return [.. _large.Order.Tables.Select(_ => state)];
        }
    }

    private void Succeeds(string reading, AttackResult result, int attempts)
    {
        output.WriteLine($"{reading}: {result}");
        Assert.True(result.Attempts >= attempts, $"{reading}: only {result.Attempts} were tried.");
        Assert.True(result.Right > 0, $"{reading}: {result}; so nothing would be seen of a gate that is open.");
    }

    private void Fails(string reading, AttackResult result, int attempts)
    {
        output.WriteLine($"{reading}: {result}");
        Assert.True(result.Attempts >= attempts, $"{reading}: only {result.Attempts} were tried.");
        Assert.True(result.Right == 0, $"{reading}: {result}");
    }
}
