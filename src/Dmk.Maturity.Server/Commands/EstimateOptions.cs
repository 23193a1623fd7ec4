using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What <c>estimate</c> can be told.</summary>
internal sealed class EstimateOptions
{
    private readonly Option<string> _variables = Settings.Required("--variable", "The columns to estimate, parted by commas.", "COL[,COL]");
    private readonly Option<string?> _weight = Settings.Text(
        "--weight",
        "The column of the weights; without it all rows weigh the same.",
        "COL"
    );
    private readonly Option<string?> _strata = Settings.Text("--strata", "Columns whose combinations are the strata.", "COL[,COL]");
    private readonly Option<string?> _population = Settings.Text(
        "--fpc",
        "The column with the population of each stratum, or its sampling fraction where that is 1 or less.",
        "COL"
    );
    private readonly Option<string?> _by = Settings.Text("--by", "Columns whose combinations are the domains.", "COL[,COL]");
    private readonly Option<SampleStatistic> _statistic = Settings.Choice("--statistic", "What is estimated.", SampleStatistic.Mean);
    private readonly Option<string?> _denominator = Settings.Text("--denominator", "Of a ratio.", "COL");
    private readonly Option<double> _quantile = Number("--quantile", "Which quantile: 0.5 is the median.", 0.5, 0, 1);
    private readonly Option<double?> _threshold = new("--at-least")
    {
        Description = "A share of numbers is that of values at or above this.",
        HelpName = "NUMBER",
    };
    private readonly Option<string[]> _where = new("--where")
    {
        Description = "Only rows with this value, as in land=SN; the others stay in their strata.",
        HelpName = "COL=VALUE",
    };
    private readonly Option<string?> _postStratify = Settings.Text(
        "--poststratify",
        "A CSV file of totals: the columns of the margin, and total.",
        "FILE"
    );
    private readonly Option<string?> _rake = Settings.Text(
        "--rake",
        "CSV files of totals, one for each margin, parted by commas.",
        "FILE[,FILE]"
    );
    private readonly Option<string?> _calibrate = Settings.Text(
        "--calibrate",
        "A CSV file of totals: variable, category (empty for a sum), total.",
        "FILE"
    );
    private readonly Option<DistanceChoice> _distance = Settings.Choice(
        "--distance",
        "How far weights may go in --calibrate.",
        DistanceChoice.Linear,
        Settings.Hyphened
    );
    private readonly Option<string?> _bounds = Settings.Text("--bounds", "Of the factors on the weights, as in 0.5,2.", "L,U");
    private readonly Option<LonelyUnit> _lonely = Settings.Choice(
        "--lonely",
        "What a stratum with one row adds to the variance.",
        LonelyUnit.Adjust
    );
    private readonly Option<DegreesChoice> _degreesOfFreedom = Settings.Choice(
        "--df",
        "Whose degrees of freedom an interval has.",
        DegreesChoice.Design
    );
    private readonly Option<IntervalVariance> _intervals = Settings.Choice(
        "--intervals",
        "Of which variance they are made: the linearised one, as in R, or adjusted for small domains, as in tables.",
        IntervalVariance.Linearised
    );
    private readonly Option<string?> _scale = Settings.Text(
        "--scale",
        "Ends of the scale of means that no interval may leave, as in 0,100.",
        "FROM,TO"
    );
    private readonly Option<string?> _replicates = Settings.Text(
        "--replicates",
        "Standard errors from replicates: bootstrap:200 or jackknife.",
        "KIND"
    );
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Of the bootstrap and of the draws for ranks.",
        DefaultValueFactory = _ => 1,
        HelpName = "S",
    };
    private readonly Option<string?> _compare = Settings.Text(
        "--compare",
        "Two domains of --by, or one and all; codes of several columns are parted by |.",
        "A,B"
    );
    private readonly Option<bool> _compareAll = new("--compare-all") { Description = "Every pair of domains." };
    private readonly BesideOptions _beside = new();
    private readonly Option<double> _level = Number("--level", "Of the intervals.", 0.95, 0, 1);

    /// <summary>The file.</summary>
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "A CSV file with a header: UTF-8, a point as decimal mark, empty or NA is missing.",
            Required = true,
            HelpName = "FILE",
        };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            Data,
            _variables,
            _weight,
            _strata,
            _population,
            _by,
            _statistic,
            _denominator,
            _quantile,
            _threshold,
            _where,
            _postStratify,
            _rake,
            _calibrate,
            _distance,
            _bounds,
            _lonely,
            _degreesOfFreedom,
            _intervals,
            _scale,
            _replicates,
            _seed,
            _compare,
            _compareAll,
            _level,
        ];
        Array.ForEach(all, command.Options.Add);
        _beside.AddTo(command, new(_by, _statistic, _replicates, [_compare, _compareAll], [_postStratify, _rake, _calibrate]));
        _where.Validators.Add(given => Each(given, "--where", 2, '='));
        _bounds.Validators.Add(given => Pair(given, "--bounds", "0.5,2"));
        _scale.Validators.Add(given => Pair(given, "--scale", "0,100"));
        _replicates.Validators.Add(given =>
        {
            if (given.Tokens.Count > 0 && Replicates(given.Tokens[^1].Value, 0) is null)
            {
                given.AddError("--replicates is jackknife, or bootstrap with at least 2 of them, as in bootstrap:200.");
            }
        });
        _compare.Validators.Add(given =>
        {
            if (given.Tokens.Count > 0 && given.Tokens[^1].Value.Split(',') is not [{ Length: > 0 }, { Length: > 0 }])
            {
                given.AddError(
                    $"--compare takes two domains parted by a comma, not '{given.Tokens[^1].Value}'. For every pair take --compare-all; "
                        + "it also compares domains whose name has a comma."
                );
            }
        });
        command.Validators.Add(given =>
        {
            Option[] calibrations = [_postStratify, _rake, _calibrate];
            if (calibrations.Count(one => given.GetResult(one) is not null) > 1)
            {
                given.AddError("Weights are calibrated once: give one of --poststratify, --rake and --calibrate.");
            }
        });
        command.Validators.Add(given =>
        {
            Needs(given, _compareAll, _by);
            Needs(given, _distance, _calibrate);
            Needs(given, _bounds, _calibrate);
            Needs(given, _denominator, SampleStatistic.Ratio, "ratio");
            Needs(given, _quantile, SampleStatistic.Quantile, "quantile");
            Needs(given, _scale, SampleStatistic.Mean, "mean");
            Needs(given, _threshold, SampleStatistic.Share, "share");
            CheckIntervals(given);
            CheckComparisons(given);
            foreach (var option in new Option[] { _variables, _strata, _by })
            {
                CheckColumns(given, option);
            }
        });
    }

    private static void Needs(CommandResult given, Option one, Option other)
    {
        if (IsGiven(given, one) && !IsGiven(given, other))
        {
            given.AddError($"{one.Name} goes with {other.Name}, which is not given.");
        }
    }

    private void Needs(CommandResult given, Option one, SampleStatistic statistic, string word)
    {
        if (IsGiven(given, one) && given.GetValue(_statistic) != statistic)
        {
            given.AddError($"{one.Name} goes with --statistic {word}.");
        }
    }

    /// <summary>The adjustment is that of a mean, and a row for a pair has no interval.</summary>
    private void CheckIntervals(CommandResult given)
    {
        if (given.GetValue(_intervals) == IntervalVariance.Linearised)
        {
            return;
        }

        if (given.GetValue(_statistic) is not (SampleStatistic.Mean or SampleStatistic.Share))
        {
            given.AddError("--intervals adjusted takes a mean or a share: others have no such adjustment.");
        }

        foreach (var option in new Option[] { _replicates, _compare, _compareAll, _beside.Decompose }.Where(one => IsGiven(given, one)))
        {
            given.AddError($"--intervals adjusted does nothing with {option.Name}: leave out one of them.");
        }
    }

    /// <summary>A comparison has the linearised error of its pair, and one kind of pairs.</summary>
    private void CheckComparisons(CommandResult given)
    {
        Option[] pairs = [_compare, _compareAll];
        if (Array.TrueForAll(pairs, one => IsGiven(given, one)))
        {
            given.AddError("--compare-all compares every pair: leave out --compare.");
        }

        foreach (var pair in pairs.Where(one => IsGiven(given, one) && IsGiven(given, _replicates)))
        {
            given.AddError($"{pair.Name} takes linearised errors: leave out --replicates, or compare with --ranks.");
        }

        if (IsGiven(given, _replicates) && given.GetValue(_degreesOfFreedom) == DegreesChoice.Satterthwaite)
        {
            given.AddError("--df satterthwaite is of linearised variances: leave it out with --replicates.");
        }
    }

    /// <summary>Each column once, and at least one.</summary>
    internal static void CheckColumns(CommandResult given, Option option)
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

    private static bool IsGiven(CommandResult given, Option option) => given.GetResult(option) is { Implicit: false };

    /// <exception cref="DataException">A file of totals is at fault.</exception>
    public EstimateRequest Request(ParseResult parsed) => _beside.With(Plain(parsed), parsed, parsed.GetValue(_seed));

    /// <summary>The file of an earlier wave; null for one wave.</summary>
    public string? Before(ParseResult parsed) => _beside.Before(parsed);

    private EstimateRequest Plain(ParseResult parsed) =>
        new()
        {
            Variables = Settings.Listed(parsed.GetValue(_variables)),
            Statistic = parsed.GetValue(_statistic),
            Weight = parsed.GetValue(_weight),
            Strata = Settings.Listed(parsed.GetValue(_strata)),
            Population = parsed.GetValue(_population),
            By = Settings.Listed(parsed.GetValue(_by)),
            Denominator = parsed.GetValue(_denominator),
            Probability = parsed.GetValue(_quantile),
            Threshold = parsed.GetValue(_threshold),
            Where = [.. (parsed.GetValue(_where) ?? []).Select(one => one.Split('=', 2)).Select(one => (one[0], one[1]))],
            Calibration = Calibration(parsed),
            Lonely = parsed.GetValue(_lonely),
            DegreesOfFreedom = parsed.GetValue(_degreesOfFreedom) switch
            {
                DegreesChoice.Design => DegreesOfFreedomRule.Design,
                DegreesChoice.Domain => DegreesOfFreedomRule.Domain,
                DegreesChoice.Satterthwaite => DegreesOfFreedomRule.Satterthwaite,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            Level = parsed.GetValue(_level),
            Intervals = parsed.GetValue(_intervals),
            Scale = Two(parsed.GetValue(_scale)),
            Replicates = Replicates(parsed.GetValue(_replicates), parsed.GetValue(_seed)),
            Comparisons = Settings.Listed(parsed.GetValue(_compare)) is [var one, var other] ? [(one, other)] : [],
            ComparesAll = parsed.GetValue(_compareAll),
        };

    private CalibrationRequest? Calibration(ParseResult parsed)
    {
        if (parsed.GetValue(_postStratify) is { } whole)
        {
            return new([CalibrationTotals.ReadMargin(() => ReadableFile.Open(whole), Path.GetFileName(whole))], CalibrationDistance.Linear);
        }

        if (parsed.GetValue(_rake) is { } margins)
        {
            return new CalibrationRequest(
                [
                    .. Settings
                        .Listed(margins)
                        .Select(file => CalibrationTotals.ReadMargin(() => ReadableFile.Open(file), Path.GetFileName(file))),
                ],
                CalibrationDistance.Raking
            ).Agreeing();
        }

        return parsed.GetValue(_calibrate) is { } totals
            ? new(
                CalibrationTotals.ReadTotals(() => ReadableFile.Open(totals), Path.GetFileName(totals)),
                Distance(parsed.GetValue(_distance), Two(parsed.GetValue(_bounds)))
            )
            : null;
    }

    private static CalibrationDistance Distance(DistanceChoice choice, (double From, double To)? bounds)
    {
        if (bounds is { } wrong && !(wrong.From < 1 && wrong.To > 1))
        {
            throw new FaultException("--bounds lie on both sides of 1, as in 0.5,2.");
        }

        return (choice, bounds) switch
        {
            (DistanceChoice.Linear, null) => CalibrationDistance.Linear,
            (DistanceChoice.Raking, null) => CalibrationDistance.Raking,
            (DistanceChoice.Linear or DistanceChoice.ClippedLinear, { } within) => CalibrationDistance.ClippedLinear(
                within.From,
                within.To
            ),
            (DistanceChoice.Raking or DistanceChoice.ClippedRaking, { } within) => CalibrationDistance.ClippedRaking(
                within.From,
                within.To
            ),
            (DistanceChoice.Logit, { } within) => CalibrationDistance.Logit(within.From, within.To),
            (DistanceChoice.Logit or DistanceChoice.ClippedLinear or DistanceChoice.ClippedRaking, null) => throw new FaultException(
                "This distance takes --bounds, as in 0.5,2."
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ReplicateRequest? Replicates(string? kind, int seed) =>
        kind switch
        {
            null => null,
            "jackknife" => new(null, seed),
            _ when kind.Split(':') is ["bootstrap", var count]
                    && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
                    && many is >= 2 and <= 100_000 => new(many, seed),
            _ => null,
        };

    private static (double From, double To)? Two(string? pair) =>
        pair?.Split(',') is [var from, var to]
        && double.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var lower)
        && double.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out var upper)
        && lower < upper
            ? (lower, upper)
            : null;

    private static void Pair(OptionResult given, string name, string example)
    {
        if (given.Tokens.Count > 0 && Two(given.Tokens[^1].Value) is null)
        {
            given.AddError($"{name} takes two numbers, the smaller one first, as in {example}.");
        }
    }

    private static void Each(OptionResult given, string name, int parts, char separator)
    {
        foreach (var token in given.Tokens.Where(token => token.Value.Split(separator, parts) is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            given.AddError($"{name} takes two words parted by '{separator}', not '{token.Value}'.");
        }
    }

    private static Option<double> Number(string name, string description, double fallback, double above, double below)
    {
        var option = new Option<double>(name)
        {
            Description = description,
            DefaultValueFactory = _ => fallback,
            HelpName = "NUMBER",
            CustomParser = given =>
            {
                if (
                    double.TryParse(given.Tokens[^1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && number > above
                    && number < below
                )
                {
                    return number;
                }

                given.AddError($"{name} is a number between {above} and {below}, as in {fallback.ToString(CultureInfo.InvariantCulture)}.");
                return fallback;
            },
        };
        return option;
    }
}
