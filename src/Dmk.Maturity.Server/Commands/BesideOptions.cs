using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What <c>estimate</c> can be told of comparisons beyond differences: ranks, mixes, an earlier wave.</summary>
internal sealed class BesideOptions
{
    /// <summary>For the mix of all rows.</summary>
    private const string AllRows = "all";

    private readonly Option<bool> _ranks = new("--ranks")
    {
        Description = "Ranks of the domains, ties as ties, with marginal and simultaneous confidence sets.",
    };
    private readonly Option<ProcedureChoice> _procedure = Settings.Choice(
        "--rank-procedure",
        "Whether pairs are compared again without those told apart.",
        ProcedureChoice.Stepwise
    );
    private readonly Option<int> _draws = Settings.Count(
        "--draws",
        "Simulated errors from which the sets of ranks come.",
        100,
        10_000,
        1_000_000
    );
    private readonly Option<string?> _standardise = Settings.Text(
        "--standardise",
        "Columns whose combinations are the cells of a mix: means of the domains at that mix.",
        "COL[,COL]"
    );
    private readonly Option<string?> _mix = Settings.Text(
        "--mix",
        "The mix of --standardise: that of all rows, or a CSV file with its columns and total.",
        "all|FILE"
    );
    private readonly Option<EmptyCellsChoice> _emptyCells = Settings.Choice(
        "--empty-cells",
        "Cells in which a domain has no value: leave them out, or borrow the mean of all rows.",
        EmptyCellsChoice.LeaveOut,
        Settings.Hyphened
    );
    private readonly Option<string?> _decompose = Settings.Text(
        "--decompose",
        "Columns of a mix: the gap of each domain to all rows (or of --compare) in parts, after Kitagawa.",
        "COL[,COL]"
    );
    private readonly Option<string?> _before = Settings.Text(
        "--before",
        "The file of an earlier wave, with the same columns: changes.",
        "FILE"
    );
    private readonly Option<string?> _panel = Settings.Text("--panel", "The column that names the companies in both waves.", "COL");
    private readonly Option<double> _years = new("--years")
    {
        Description = "Between the waves.",
        DefaultValueFactory = _ => 1,
        HelpName = "NUMBER",
        CustomParser = given =>
        {
            if (
                double.TryParse(given.Tokens[^1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var years)
                && years > 0
                && double.IsFinite(years)
            )
            {
                return years;
            }

            given.AddError("--years is a number above 0, as in 2 or 0.5.");
            return 1;
        },
    };

    /// <summary>With it there are rows for pairs alone.</summary>
    public Option Decompose => _decompose;

    /// <summary>The file of the earlier wave; null for one wave.</summary>
    public string? Before(ParseResult parsed) => parsed.GetValue(_before);

    /// <param name="others">The options that these do or do not go with.</param>
    public void AddTo(Command command, BesideNeighbours others)
    {
        Option[] all = [_ranks, _procedure, _draws, _standardise, _mix, _emptyCells, _decompose, _before, _panel, _years];
        Array.ForEach(all, command.Options.Add);
        command.Validators.Add(given =>
        {
            foreach (var mistake in Mistakes(given, others))
            {
                given.AddError(mistake);
            }
        });
    }

    /// <exception cref="DataException">The file of a mix is at fault.</exception>
    public EstimateRequest With(EstimateRequest request, ParseResult parsed, int seed) =>
        request with
        {
            Ranks = parsed.GetValue(_ranks)
                ? new(
                    parsed.GetValue(_procedure) == ProcedureChoice.Single ? RankProcedure.SingleStep : RankProcedure.Stepwise,
                    parsed.GetValue(_draws),
                    seed
                )
                : null,
            Standardised = parsed.GetValue(_standardise) is { } columns
                ? new(
                    Columns(columns),
                    Mix(parsed.GetValue(_mix)),
                    parsed.GetValue(_emptyCells) == EmptyCellsChoice.Borrow ? EmptyCells.Borrow : EmptyCells.Renormalise
                )
                : null,
            Decomposed = Columns(parsed.GetValue(_decompose)),
            Waves = parsed.GetValue(_before) is null ? null : new(parsed.GetValue(_panel), parsed.GetValue(_years)),
        };

    private IEnumerable<string> Mistakes(CommandResult given, BesideNeighbours others)
    {
        bool Has(Option option)
        {
            return given.GetResult(option) is { Implicit: false };
        }

        (Option Option, Option Needed)[] needs =
        [
            (_ranks, others.By),
            (_procedure, _ranks),
            (_draws, _ranks),
            (_mix, _standardise),
            (_emptyCells, _standardise),
            (_decompose, others.By),
            (_panel, _before),
            (_years, _before),
        ];
        foreach (var (option, needed) in needs.Where(one => Has(one.Option) && !Has(one.Needed)))
        {
            yield return $"{option.Name} goes with {needed.Name}.";
        }

        var pairs = others.Comparisons.Prepend(_decompose).FirstOrDefault(Has);
        foreach (var beside in new Option[] { _ranks, _standardise, _before }.Where(one => pairs is not null && Has(one)))
        {
            yield return $"{pairs!.Name} has a row for each pair, {beside.Name} one for each domain: ask for them one after the other.";
        }

        foreach (var calibration in others.Calibrations.Where(one => Has(_before) && Has(one)))
        {
            yield return $"{calibration.Name} belongs to one wave: with --before give weights that are calibrated already.";
        }

        foreach (var mistake in Statistical(given.GetValue(others.Statistic), Has, others))
        {
            yield return mistake;
        }
    }

    private IEnumerable<string> Statistical(SampleStatistic statistic, Func<Option, bool> has, BesideNeighbours others)
    {
        foreach (var mix in new Option[] { _standardise, _decompose }.Where(has))
        {
            if (statistic is not (SampleStatistic.Mean or SampleStatistic.Share))
            {
                yield return $"{mix.Name} takes a mean or a share: only these are made of the means of cells.";
            }

            if (has(others.Replicates))
            {
                yield return $"{mix.Name} has linearised standard errors: leave out --replicates.";
            }
        }

        if (has(_ranks) && statistic == SampleStatistic.Quantile && !has(others.Replicates))
        {
            yield return "Ranks of quantiles take their covariances from replicates: add --replicates bootstrap:200.";
        }

        if (has(_panel) && statistic == SampleStatistic.Quantile)
        {
            yield return "--panel takes no quantiles: they have no residuals from which a covariance could come.";
        }

        if (has(_panel) && has(others.Replicates))
        {
            yield return "--panel has linearised standard errors: leave out --replicates.";
        }
    }

    private static CalibrationTotals.Margin? Mix(string? mix) =>
        mix is null or AllRows ? null : CalibrationTotals.ReadMargin(() => ReadableFile.Open(mix), Path.GetFileName(mix));

    private static string[] Columns(string? list) => [.. Settings.Listed(list).Distinct(StringComparer.Ordinal)];
}
