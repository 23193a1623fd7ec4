using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation.Tests;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>Whether intervals hold the truth as often as they say: samples drawn again and again from a made-up country of which every mean
/// is known, and estimated as tables are.</summary>
internal sealed class CoverageTrial(int companies, int repetitions, int seed, TextWriter output)
{
    private static readonly int[] _invited = [12_000, 2_000];

    private readonly Classifications _classifications = Value(
        Classifications.Read(Path.Combine(Place.Root, "questionnaires", "classifications"))
    );

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var companies = TrialSettings.Number("--companies", "Companies of the made-up country.", 300_000);
        var repetitions = TrialSettings.Number("--repetitions", "Samples of each size.", 1_000);
        var seed = TrialSettings.Number("--seed", "Of the country and of the samples.", 2027);
        var command = new Command("coverage", "Repeated samples of a country whose true means are known; one core, no server.")
        {
            report,
            companies,
            repetitions,
            seed,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var trial = new CoverageTrial(
                    parsed.GetValue(companies),
                    parsed.GetValue(repetitions),
                    parsed.GetValue(seed),
                    parsed.InvocationConfiguration.Error
                );
                var text = trial.Run(cancellation);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return 0;
            }
        );
        return command;
    }

    public string Run(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var rule = Value(
            StudyDesign.Read(Path.Combine(Place.Root, "questionnaires", "pilotstudie-wirtschaft", "study.yaml"), _classifications)
        ).Weights.Collapse;
        var moving = TruePopulation.Of(_classifications, companies, seed, Movers.Some);
        var staying = TruePopulation.Of(_classifications, companies, seed, Movers.None);
        var calibrated = IntervalWay.Calibrated(moving);
        var pairs = _invited
            .Select(invited =>
            {
                IntervalWay[] ways =
                [
                    IntervalWay.Product,
                    IntervalWay.DesignT,
                    IntervalWay.WithoutCorrection,
                    calibrated,
                    IntervalWay.Linearised,
                    IntervalWay.OtherOrder(RepeatedSamples.StrataOf(moving, invited), rule),
                ];
                return (
                    Repeated(new CoverageRun(moving, invited, rule, ways, seed), cancellation),
                    Repeated(new CoverageRun(staying, invited, rule, [IntervalWay.Product], seed), cancellation)
                );
            })
            .ToList();
        return new CoverageReport(moving, seed, pairs).Text(
            Machine.Sentence(TimeProvider.System.GetUtcNow()),
            Stopwatch.GetElapsedTime(began)
        );
    }

    private CoverageRun Repeated(CoverageRun run, CancellationToken cancellation)
    {
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Repeat();
            if (repetition % 100 == 0)
            {
                output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{run.Invited} invited: {repetition} of {repetitions} samples.")
                );
            }
        }

        return run;
    }

    private static T Value<T>(Parsed<T> read)
        where T : class => read.Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, read.Problems));
}
