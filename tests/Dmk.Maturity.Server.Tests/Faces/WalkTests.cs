using System.Text.RegularExpressions;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Every feature of the questionnaire language, walked at random through the real pages and the real endpoint.</summary>
public sealed partial class WalkTests(EmptyServer server) : IClassFixture<EmptyServer>
{
    private const int Steps = 6;

    private static readonly string _folder = Path.Combine(Repository.Root, "tests", "definitions", "features");

    public static TheoryData<string> Features =>
        [.. Directory.GetFiles(_folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Page_and_GraphQL_show_and_keep_what_the_library_says(string feature)
    {
        var id = "walk-" + feature.Replace('_', '-');
        var yaml = Walked(await File.ReadAllTextAsync(Path.Combine(_folder, feature + ".yaml"), TestContext.Current.CancellationToken), id);
        var reading = PublicationDoor.Questionnaire(yaml, feature + ".yaml", AskedKind.Classifications);
        var questionnaire = Assert.IsType<Questionnaire>(reading.Value);

        var codes = await Open(id, yaml);
        foreach (var (code, seed) in codes.Zip([11, 12]))
        {
            var company = SyntheticCompany.Of(
                $"unit-{seed}",
                new("SN", "construction", "S1"),
                new FramePlaces(SizeClasses.Of(AskedKind.Classifications), []),
                seed
            );
            using var walker = new Walker(server.Address, questionnaire, company, seed);
            await walker.Enter(code);
            for (var step = 0; step < Steps; step++)
            {
                await walker.Step();
            }

            await walker.Finish();
        }
    }

    private async Task<IReadOnlyList<string>> Open(string id, string yaml)
    {
        var (work, cancellation) = (server.Services.GetRequiredService<FieldWork>(), TestContext.Current.CancellationToken);
        var stratum = ReportingCell.Of("SN", "construction", "S1");
        await work.Publish(yaml, [Index(id)], Study(id), [new FrameStratum(stratum, 400, 40)], Origin.Synthetic, cancellation);
        await work.AddSample(
            id + "-study",
            [.. Enumerable.Range(1, 2).Select(number => new SampledUnit($"{id}-{number}", stratum, $"Firma {number}", 5))],
            new Progress<(int, int)>(),
            cancellation
        );
        await work.Open(id + "-study", cancellation);
        return [.. (await work.IssueCodes(id + "-study", 2, cancellation)).Select(invitation => invitation.AccessCode)];
    }

    /// <summary>With a question that an index can be made of.</summary>
    private static string Walked(string yaml, string id)
    {
        const string First = """
            sections:
              - id: walked
                title: { de: Weg, en: Way }
                questions:
                  - { id: walked_share, type: percentage, decimals: 0, min: 0, max: 100, text: { de: "Wie weit?", en: "How far?" } }

            """;
        var first = yaml.Contains("\nlanguages: [de]\n", StringComparison.Ordinal) ? English().Replace(First, " }") : First;
        return yaml.Replace("id: survey\n", $"id: {id}\n", StringComparison.Ordinal)
            .Replace("\nsections:\n", "\n" + first.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [GeneratedRegex(", en: [^}]+ }")]
    private static partial Regex English();

    private static string Index(string id) =>
        $$"""
            id: {{id}}-index
            version: 1.0.0
            questionnaire: {{id}}@1
            title: { de: Index, en: Index }
            scale: { from: 0, to: 100 }
            levels: [ { id: low, from: 0, de: Niedrig, en: Low }, { id: high, from: 50, de: Hoch, en: High } ]
            index:
              id: total
              title: { de: Insgesamt, en: Total }
              aggregate: arithmetic
              weights: equal
              missing: { atLeast: { share: 0.5, of: applicable } }
              children:
                - { id: way, title: { de: Weg, en: Way }, value: walked_share, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
            """;

    private static string Study(string id) =>
        $$"""
            id: {{id}}-study
            title: { de: Weg, en: Way }
            wave: 2027
            questionnaire: {{id}}@1.0.0
            indices: [{{id}}-index@1.0.0]
            field: { from: 2027-03-01, to: 2027-05-31 }
            population: { unit: enterprise, rule: "the Land of the registered seat", strata: [land, sector, size] }
            reporting:
              size: { classification: size-class }
            weights:
              nonresponse:
                groups: stratum
                minimumRespondents: 2
                collapse:
                  - { over: size, start: largest, next: smaller }
                  - { over: sector, order: cyclic }
            report:
              by: [land, sector, size]
              lattice: [[land], [sector], [size], [land, sector]]
            confidentiality: { minimumRespondents: 5, unreliableHalfWidth: 10 }
            lonely: adjust
            """;
}
