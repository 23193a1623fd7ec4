using System.CommandLine;
using System.CommandLine.Parsing;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What somebody can type wrongly after <c>estimate</c>, and options that do nothing together.</summary>
internal sealed class EstimateMistakes(EstimateOptions options)
{
    public void AddTo(Command command)
    {
        options.Where.Validators.Add(CheckWhere);
        options.Scale.Validators.Add(given => NumberPair.Check(given, "--scale", "0,100"));
        options.Replicates.Validators.Add(CheckReplicates);
        options.Compare.Validators.Add(CheckCompare);
        command.Validators.Add(given =>
        {
            Needs(given, options.Compare, options.By);
            Needs(given, options.CompareAll, options.By);
            Needs(given, options.Centre, options.Replicates);
            Needs(given, options.Denominator, SampleStatistic.Ratio, "ratio");
            Needs(given, options.Quantile, SampleStatistic.Quantile, "quantile");
            Needs(given, options.Scale, SampleStatistic.Mean, "mean");
            Needs(given, options.Threshold, SampleStatistic.Share, "share");
            CheckIntervals(given);
            CheckComparisons(given);
            foreach (var option in new Option[] { options.Variables, options.Strata, options.By })
            {
                CheckColumns(given, option);
            }
        });
    }

    public static void Needs(CommandResult given, Option one, Option other)
    {
        if (IsGiven(given, one) && !IsGiven(given, other))
        {
            given.AddError($"{one.Name} goes with {other.Name}, which is not given.");
        }
    }

    /// <summary>Each column once, and at least one.</summary>
    public static void CheckColumns(CommandResult given, Option option)
    {
        if (given.GetResult(option) is not { Implicit: false, Tokens: [.., var last] })
        {
            return;
        }

        var names = Settings.Listed(last.Value);
        if (names.Length == 0)
        {
            given.AddError($"{option.Name} names at least one column.");
        }
        else if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            given.AddError($"{option.Name} names the column '{twice.Key}' twice.");
        }
    }

    private void Needs(CommandResult given, Option one, SampleStatistic statistic, string word)
    {
        if (IsGiven(given, one) && given.GetValue(options.Statistic) != statistic)
        {
            given.AddError($"{one.Name} goes with --statistic {word}.");
        }
    }

    private static void CheckWhere(OptionResult given)
    {
        foreach (var token in given.Tokens.Where(token => token.Value.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            given.AddError($"--where takes two words parted by '=', not '{token.Value}'.");
        }
    }

    private static void CheckReplicates(OptionResult given)
    {
        if (given.Tokens.Count > 0 && EstimateOptions.ReplicatesOf(given.Tokens[^1].Value, 0, CentreChoice.Replicates) is null)
        {
            given.AddError("--replicates is jackknife, or bootstrap with at least 2 of them, as in bootstrap:200.");
        }
    }

    private static void CheckCompare(OptionResult given)
    {
        if (given.Tokens.Count == 0)
        {
            return;
        }

        var typed = given.Tokens[^1].Value;
        if (typed.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } one, { Length: > 0 } other])
        {
            given.AddError(
                $"--compare takes two domains parted by a comma, not '{typed}'. For every pair take --compare-all; "
                    + "it also compares domains whose name has a comma."
            );
        }
        else if (one == other)
        {
            given.AddError($"--compare names the domain '{one}' twice: it does not differ from itself. Name two domains.");
        }
    }

    /// <summary>The adjustment is that of a mean, and a row for a pair has no interval.</summary>
    private void CheckIntervals(CommandResult given)
    {
        if (given.GetValue(options.Intervals) == IntervalVariance.Linearised)
        {
            return;
        }

        if (given.GetValue(options.Statistic) is not (SampleStatistic.Mean or SampleStatistic.Share))
        {
            given.AddError("--intervals adjusted takes a mean or a share: others have no such adjustment.");
        }

        Option[] others = [options.Replicates, options.Compare, options.CompareAll, options.Beside.Decompose];
        foreach (var option in others.Where(one => IsGiven(given, one)))
        {
            given.AddError($"--intervals adjusted does nothing with {option.Name}: leave out one of them.");
        }
    }

    /// <summary>A comparison has the linearised error of its pair, and one kind of pairs.</summary>
    private void CheckComparisons(CommandResult given)
    {
        Option[] pairs = [options.Compare, options.CompareAll];
        if (Array.TrueForAll(pairs, one => IsGiven(given, one)))
        {
            given.AddError("--compare-all compares every pair: leave out --compare.");
        }

        foreach (var pair in pairs.Where(one => IsGiven(given, one) && IsGiven(given, options.Replicates)))
        {
            given.AddError($"{pair.Name} takes linearised errors: leave out --replicates, or compare with --ranks.");
        }

        if (IsGiven(given, options.Replicates) && given.GetValue(options.DegreesOfFreedom) == DegreesChoice.Satterthwaite)
        {
            given.AddError("--df satterthwaite is of linearised variances: leave it out with --replicates.");
        }
    }

    private static bool IsGiven(CommandResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
