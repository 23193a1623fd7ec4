using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What a search over all 2,030 codes of WZ 2025 costs while somebody types.</summary>
[MemoryDiagnoser]
public class CodeSearchBenchmarks
{
    private CodeSearch _search = null!;

    /// <summary>An everyday name, a compound of names, a mistake in one, a word of titles, a beginning that many titles have, a number, a
    /// mistake, several words, and the longest text that is read.</summary>
    [Params(
        "Elektriker",
        "Biodorfbäckerei",
        "Elektrikr",
        "Softwareentwicklung",
        "her",
        "62.1",
        "Reinigugn",
        "Herstellung von Möbeln aus Holz",
        "long"
    )]
    public string Typed { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "questionnaires", "classifications");
        _search = CodeSearch.Over(Classifications.Read(folder).OrThrow().Find("wz2025-classes")!);
        if (Typed == "long")
        {
            Typed =
                "Herstellung Großhandel Einzelhandel Reparatur Vermietung Verarbeitung Dienstleistungen Maschinen Geräte Anbau "
                + "Gewinnung Bekleidung Textilien Möbel Holz Papier Metall Glas Keramik";
        }
    }

    [Benchmark]
    public IReadOnlyList<ClassificationEntry> Find() => _search.Find(Typed, 20);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Dmk.Maturity.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
