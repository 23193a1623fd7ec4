using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What reading all classifications costs when the program starts, and making the index at the first search over 2,030
/// codes.</summary>
[MemoryDiagnoser]
public class ClassificationBenchmarks
{
    private string _folder = null!;
    private Classification _classes = null!;

    [GlobalSetup]
    public void Setup()
    {
        _folder = Path.Combine(Root(AppContext.BaseDirectory), "questionnaires", "classifications");
        _classes = Classifications.Read(_folder).OrThrow().Find("wz2025-classes")!;
    }

    [Benchmark]
    public Classifications ReadAll() => Classifications.Read(_folder).OrThrow();

    /// <summary>Over a copy, because the index of a classification is made once.</summary>
    [Benchmark]
    public IReadOnlyList<ClassificationEntry> FirstSearch() =>
        CodeSearch
            .Over(new(_classes.Id, _classes.Title, _classes.Source, _classes.Edition, _classes.Entries) { Words = _classes.Words })
            .Find("Hotel", 20);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Dmk.Maturity.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
