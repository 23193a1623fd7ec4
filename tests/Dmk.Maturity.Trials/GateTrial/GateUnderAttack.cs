using Dmk.Maturity.Grains;
using Dmk.Maturity.Server;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Trials;

/// <summary>The demonstration in this process, on a free port of this machine, and every attack that readers can make on what they get of
/// it.</summary>
/// <param name="everyNode">Of so many nodes one is tried with linear programmes in tables, too, that show nothing of it.</param>
internal sealed class GateUnderAttack(string data, string questionnaires, int invited, int everyNode)
{
    private const int PollStrata = 4;
    private const int PollEach = 7;
    private const int Pairs = 12;
    private const int Seed = 2027;

    /// <summary>How exactly the reader's numbers are printed, and how many have answered.</summary>
    public string Circumstances { get; private set; } = "";

    /// <summary>Whether what operators see is tried, too.</summary>
    public bool OfOperators { get; init; } = true;

    private static async Task<string> Token(WebApplication server, Role role, CancellationToken cancellation) =>
        (
            await server.Services.GetRequiredService<Accounts>().CreateToken(role, null, "gate trial", TimeSpan.FromHours(6), cancellation)
        ).Secret;

    public async Task<IReadOnlyList<AttackCount>> Run(TextWriter output, CancellationToken cancellation)
    {
        var settings = new ServerSettings(data, questionnaires, "http://127.0.0.1:0");
        await using var server = DmkServer.Build(settings);
        await server.StartAsync(cancellation);
        await new DemoSetUp(server.Services, settings, TextWriter.Null).Run(new(invited, Seed), cancellation);
        var study = (await server.Services.GetRequiredService<Catalogue>().Studies(cancellation)).MaxBy(one => one.Design.Wave)!;
        var token = await Token(server, Role.Economist, cancellation);
        var operators = await Token(server, Role.Operator, cancellation);
        var endpoint = new Uri(new Uri(server.Urls.Single()), "graphql");
        var counts = new List<AttackCount>();

        var truth = await GateTruth.Read(server.Services, study.Id, cancellation);
        var reading = await GateReading.Read(study, endpoint, token, cancellation);
        Circumstances = $"{truth.Companies.Count} answered; {reading.Precisions}";
        Count(new WeightsFromDigits(reading, truth).Run());
        var differences = new ParentMinusChildren(reading, truth);
        Count(differences.Parents());
        Count(differences.Parts());
        Count(differences.Models());
        new BoundsAndIntegers(reading, truth, everyNode).Run("6", "Bounds and integers").ForEach(Count);

        // What is withheld from operators, too, will be withheld in releases.
        var withheld = OfOperators ? await GateReading.Read(study, endpoint, operators, cancellation) : null;

        var population = SyntheticPopulation.Of(server.Services.GetRequiredService<Catalogue>().Classifications, invited);
        var open = await server.Services.GetRequiredService<FieldWork>().IssueCodes(study.Id, invited, cancellation);
        var colluders = new Colluders(server.Services, study, open, population.Places, Seed);
        var beside = new TwoBesideOne(truth, colluders);
        await beside.Collude(Pairs, cancellation);
        await Advance(cancellation);
        var later = await GateReading.Read(study, endpoint, token, cancellation);
        Count(beside.Run(later));
        Count(Steps.Run(reading, later, "7a", "All nodes, one further state"));
        Count(CollapseList.Run(reading, truth));
        Count(AllTheSame.Run(reading, truth));
        Count(NearlyTheSame.Run(reading, truth));
        Count(await new Polling(colluders, Look, Advance).Run(PollStrata, PollEach, cancellation));
        Count(Steps.Run(later, await GateReading.Read(study, endpoint, token, cancellation), "7b", "All nodes, many states"));
        if (withheld is not null)
        {
            new BoundsAndIntegers(withheld, truth, everyNode).Run("6r", "The same on later releases").ForEach(Count);
        }

        await server.StopAsync(CancellationToken.None);
        return counts;

        void Count(AttackCount count)
        {
            counts.Add(count);
            output.WriteLine($"{invited} {count.Number} {count.Name}: {count.Figures} {count.Remark}");
        }

        Task<IReadOnlyDictionary<string, long>> Look(CancellationToken cancelled)
        {
            return GateReading.Respondents(study, endpoint, token, cancelled);
        }

        Task Advance(CancellationToken cancelled)
        {
            return GateReading.ShowResults(study, endpoint, operators, cancelled);
        }
    }
}
