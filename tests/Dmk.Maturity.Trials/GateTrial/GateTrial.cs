using System.CommandLine;
using System.Text.Json;

namespace Dmk.Maturity.Trials;

/// <summary>What somebody who can calculate gets out of an economist's token: every known attack on the demonstration, with its
/// attempts and successes.</summary>
internal static class GateTrial
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The figures of the gate that stood when the attacks were first tried.</summary>
    public static string Before => Path.Combine(Place.Root, "tests", "Dmk.Maturity.Trials", "GateTrial", "before.json");

    public static Command Command()
    {
        var report = TrialSettings.Report();
        var keep = new Option<string?>("--keep") { Description = "Writes the figures to this file, too.", HelpName = "FILE" };
        var invited = new Option<int[]>("--invited")
        {
            Description = "Companies invited, of one demonstration after another.",
            DefaultValueFactory = _ => [12_000, 2_000],
            HelpName = "N",
            AllowMultipleArgumentsPerToken = true,
        };
        var nodes = new Option<int>("--every-node")
        {
            Description = "Of so many nodes one is tried with linear programmes in tables, too, that show nothing of it.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var command = new Command("gate", "Attacks on disclosure control: what follows from the tables that an economist gets.")
        {
            report,
            keep,
            invited,
            nodes,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var runs = new List<GateRun>();
                foreach (var number in parsed.GetValue(invited)!)
                {
                    runs.Add(await Run(number, parsed.GetValue(nodes), parsed.InvocationConfiguration.Error, cancellation));
                }

                var now = TimeProvider.System.GetUtcNow();
                if (parsed.GetValue(keep) is { } file)
                {
                    var kept = runs.Select(run => new GateFigures(
                        run.Invited,
                        $"{now:yyyy-MM-dd}",
                        run.Circumstances,
                        run.Counts.ToDictionary(count => count.Number, count => count.Figures)
                    ));
                    await File.WriteAllTextAsync(file, JsonSerializer.Serialize(kept, _json) + "\n", cancellation);
                }

                var before = File.Exists(Before)
                    ? JsonSerializer.Deserialize<GateFigures[]>(await File.ReadAllTextAsync(Before, cancellation), _json)!
                    : [];
                var text = GateReport.Text(Machine.Sentence(now), runs, before);
                await TrialSettings.Write(text, parsed.GetValue(report), parsed.InvocationConfiguration.Output, cancellation);
                return 0;
            }
        );
        return command;
    }

    private static async Task<GateRun> Run(int invited, int everyNode, TextWriter output, CancellationToken cancellation)
    {
        using var place = new Place();
        var attacked = new GateUnderAttack(place.Of("data"), Path.Combine(Place.Root, "questionnaires"), invited, everyNode);
        var counts = await attacked.Run(output, cancellation);
        return new(invited, attacked.Circumstances, counts);
    }
}

/// <summary>One demonstration after all attacks.</summary>
internal sealed record GateRun(int Invited, string Circumstances, IReadOnlyList<AttackCount> Counts);

/// <summary>The figures of a run, as they are kept.</summary>
/// <param name="Attacks">By number.</param>
internal sealed record GateFigures(int Invited, string Date, string Circumstances, IReadOnlyDictionary<string, AttackFigures> Attacks);
