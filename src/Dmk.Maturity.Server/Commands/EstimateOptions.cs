using System.CommandLine;
using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What <c>estimate</c> can be told.</summary>
internal sealed class EstimateOptions
{
    private readonly Option<string?> _weight = Settings.Text(
        "--weight",
        "The column of the weights; without it all rows weigh the same.",
        "COL"
    );
    private readonly Option<string?> _population = Settings.Text(
        "--fpc",
        "The column with the population of each stratum, or its sampling fraction where that is 1 or less.",
        "COL"
    );
    private readonly CalibrationOptions _calibration = new();
    private readonly Option<LonelyUnit> _lonely = Settings.Choice(
        "--lonely",
        "What a stratum with one row adds to the variance.",
        LonelyUnit.Adjust
    );
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Of the bootstrap and of the draws for ranks.",
        DefaultValueFactory = _ => 1,
        HelpName = "S",
    };
    private readonly Option<double> _level = Number("--level", "Of the intervals.", 0.95, 0, 1);

    /// <summary>The file.</summary>
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "A CSV file with a header: UTF-8, a point as decimal mark, empty or NA is missing.",
            Required = true,
            HelpName = "FILE",
        };

    public Option<string> Variables { get; } = Settings.Required("--variable", "The columns to estimate, parted by commas.", "COL[,COL]");

    public Option<string?> Strata { get; } = Settings.Text("--strata", "Columns whose combinations are the strata.", "COL[,COL]");

    public Option<string?> By { get; } = Settings.Text("--by", "Columns whose combinations are the domains.", "COL[,COL]");

    public Option<SampleStatistic> Statistic { get; } = Settings.Choice("--statistic", "What is estimated.", SampleStatistic.Mean);

    public Option<string?> Denominator { get; } = Settings.Text("--denominator", "Of a ratio.", "COL");

    public Option<double> Quantile { get; } = Number("--quantile", "Which quantile: 0.5 is the median.", 0.5, 0, 1);

    public Option<double?> Threshold { get; } =
        new("--at-least") { Description = "A share of numbers is that of values at or above this.", HelpName = "NUMBER" };

    public Option<string[]> Where { get; } =
        new("--where")
        {
            Description = "Only rows with this value, as in land=SN; the others stay in their strata.",
            HelpName = "COL=VALUE",
        };

    public Option<DegreesChoice> DegreesOfFreedom { get; } =
        Settings.Choice("--df", "Whose degrees of freedom an interval has.", DegreesChoice.Design);

    public Option<IntervalVariance> Intervals { get; } =
        Settings.Choice(
            "--intervals",
            "Of which variance they are made: the linearised one, as in R, or adjusted for small domains, as in tables.",
            IntervalVariance.Linearised
        );

    public Option<string?> Scale { get; } =
        Settings.Text("--scale", "Ends of the scale of means that no interval may leave, as in 0,100.", "FROM,TO");

    public Option<string?> Replicates { get; } =
        Settings.Text("--replicates", "Standard errors from replicates: bootstrap:200 or jackknife.", "KIND");

    public Option<CentreChoice> Centre { get; } =
        Settings.Choice("--centre", "What replicates are held against: their mean, or the estimate.", CentreChoice.Replicates);

    public Option<string?> Compare { get; } =
        Settings.Text("--compare", "Two domains of --by, or one and all; codes of several columns are parted by |.", "A,B");

    public Option<bool> CompareAll { get; } = new("--compare-all") { Description = "Every pair of domains." };

    public BesideOptions Beside { get; } = new();

    public void AddTo(Command command)
    {
        Option[] before = [Data, Variables, _weight, Strata, _population, By, Statistic, Denominator, Quantile, Threshold, Where];
        Array.ForEach(before, command.Options.Add);
        _calibration.AddTo(command);
        Option[] after = [_lonely, DegreesOfFreedom, Intervals, Scale, Replicates, Centre, _seed, Compare, CompareAll, _level];
        Array.ForEach(after, command.Options.Add);
        Beside.AddTo(command, new(By, Statistic, Replicates, [Compare, CompareAll], _calibration.Kinds));
        new EstimateMistakes(this).AddTo(command);
    }

    /// <exception cref="DataException">A file of totals is at fault.</exception>
    public EstimateRequest Request(ParseResult parsed) => Beside.With(Plain(parsed), parsed, parsed.GetValue(_seed));

    /// <summary>The file of an earlier wave; null for one wave.</summary>
    public string? Before(ParseResult parsed) => Beside.Before(parsed);

    private EstimateRequest Plain(ParseResult parsed) =>
        new()
        {
            Variables = Settings.Listed(parsed.GetValue(Variables)),
            Statistic = parsed.GetValue(Statistic),
            Weight = parsed.GetValue(_weight),
            Strata = Settings.Listed(parsed.GetValue(Strata)),
            Population = parsed.GetValue(_population),
            By = Settings.Listed(parsed.GetValue(By)),
            Denominator = parsed.GetValue(Denominator),
            Probability = parsed.GetValue(Quantile),
            Threshold = parsed.GetValue(Threshold),
            Where = [.. (parsed.GetValue(Where) ?? []).Select(one => one.Split('=', 2)).Select(one => (one[0], one[1]))],
            Calibration = _calibration.Request(parsed),
            Lonely = parsed.GetValue(_lonely),
            DegreesOfFreedom = parsed.GetValue(DegreesOfFreedom) switch
            {
                DegreesChoice.Design => DegreesOfFreedomRule.Design,
                DegreesChoice.Domain => DegreesOfFreedomRule.Domain,
                DegreesChoice.Satterthwaite => DegreesOfFreedomRule.Satterthwaite,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            Level = parsed.GetValue(_level),
            Intervals = parsed.GetValue(Intervals),
            Scale = NumberPair.Of(parsed.GetValue(Scale)),
            Replicates = ReplicatesOf(parsed.GetValue(Replicates), parsed.GetValue(_seed), parsed.GetValue(Centre)),
            Comparisons = Settings.Listed(parsed.GetValue(Compare)) is [var one, var other] ? [(one, other)] : [],
            ComparesAll = parsed.GetValue(CompareAll),
        };

    /// <summary>Null for none, or for what is no kind of them.</summary>
    public static ReplicateRequest? ReplicatesOf(string? kind, int seed, CentreChoice centre)
    {
        var held = centre == CentreChoice.Estimate ? ReplicateCentre.Estimate : ReplicateCentre.MeanOfReplicates;
        return kind switch
        {
            null => null,
            "jackknife" => new(null, seed, held),
            _ when kind.Split(':') is ["bootstrap", var count]
                    && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var many)
                    && many is >= 2 and <= 100_000 => new(many, seed, held),
            _ => null,
        };
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
