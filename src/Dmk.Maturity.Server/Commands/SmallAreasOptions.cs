using System.CommandLine;
using System.CommandLine.Parsing;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What <c>small-areas</c> can be told.</summary>
internal sealed class SmallAreasOptions
{
    private readonly Option<string> _area = Settings.Required(
        "--area",
        "Columns whose combinations name the areas, each once.",
        "COL[,COL]"
    );
    private readonly Option<string> _estimate = Settings.Required(
        "--estimate",
        "The column of the direct estimates; an area without one is predicted.",
        "COL"
    );
    private readonly Option<string> _standardError = Settings.Required(
        "--standard-error",
        "The column of their standard errors, above 0; an area without one is predicted.",
        "COL"
    );
    private readonly Option<string?> _covariates = Settings.Text(
        "--covariates",
        "Columns of what is known of every area without the survey; the constant is added.",
        "COL[,COL]"
    );
    private readonly Option<FayHerriotMethod> _method = Settings.Choice(
        "--method",
        "How the variance between areas is estimated.",
        FayHerriotMethod.Reml,
        Settings.Hyphened
    );
    private readonly Option<string?> _benchmark = Settings.Text(
        "--benchmark",
        "The column of groups to whose direct totals the modelled values are brought.",
        "COL"
    );
    private readonly Option<string?> _population = Settings.Text("--population", "The column of the population of each area.", "COL");
    private readonly Option<BenchmarkRule> _rule = Settings.Choice(
        "--benchmark-rule",
        "One factor for each group, or one amount that is added.",
        BenchmarkRule.Ratio
    );

    public Option<string> Data { get; } =
        Settings.Required(
            "--data",
            "A CSV file with a header and a row for each area: UTF-8, a point as decimal mark, empty or NA is missing.",
            "FILE"
        );

    public Option<ResultFormat> Format { get; } =
        Settings.Choice("--format", "How the result is written; csv has the areas alone.", ResultFormat.Table);

    public void AddTo(Command command)
    {
        Option[] all = [Data, _area, _estimate, _standardError, _covariates, _method, _benchmark, _population, _rule, Format];
        Array.ForEach(all, command.Options.Add);
        command.Validators.Add(given =>
        {
            EstimateMistakes.CheckColumns(given, _area);
            if (Has(given, _benchmark) != Has(given, _population))
            {
                given.AddError(
                    "--benchmark and --population go together: the direct total of a group weighs its areas by their population."
                );
            }

            if (Has(given, _rule) && !Has(given, _benchmark))
            {
                given.AddError("--benchmark-rule goes with --benchmark.");
            }
        });
    }

    public SmallAreaRequest Request(ParseResult parsed) =>
        new()
        {
            Area = Settings.Listed(parsed.GetValue(_area)),
            Estimate = parsed.GetValue(_estimate)!,
            StandardError = parsed.GetValue(_standardError)!,
            Covariates = Settings.Listed(parsed.GetValue(_covariates)),
            Method = parsed.GetValue(_method),
            Benchmark = parsed.GetValue(_benchmark) is { } group ? (group, parsed.GetValue(_population)!) : null,
            Rule = parsed.GetValue(_rule),
        };

    private static bool Has(CommandResult given, Option option) => given.GetResult(option) is { Implicit: false };
}
