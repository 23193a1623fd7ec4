using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The pilot study with its own index model, and responses by chance: 5 in 100 stand in another size class than they
/// were drawn in, 1 score in 10 is missing, a score is one of 200 numbers.</summary>
internal sealed class PilotResponses
{
    private const string Name = "pilotstudie-wirtschaft";
    private const int DistinctScores = 200;
    private const long Companies = 3_400_000;

    private readonly Questionnaire _questionnaire;
    private readonly ReportingCell[] _strata;
    private readonly Dictionary<string, int[]> _inLand;

    /// <param name="responses">How many there will be; the frame has 3.4 million companies, all of them drawn.</param>
    public PilotResponses(int responses)
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "questionnaires");
        var classifications = Classifications.Read(Path.Combine(folder, "classifications")).OrThrow();
        _questionnaire = Questionnaire.Read(Path.Combine(folder, Name, "questionnaire.yaml"), classifications).OrThrow();
        Model = IndexModel.Read(Path.Combine(folder, Name, "index.yaml"), _questionnaire).OrThrow();
        var design = StudyDesign.Read(Path.Combine(folder, Name, "study.yaml"), classifications).OrThrow();
        _strata =
        [
            .. from land in design.Variables[0].Classification.Entries
            from sector in design.Variables[1].Classification.Entries
            from size in design.Variables[2].Classification.Entries
            select ReportingCell.Of(land.Code, sector.Code, size.Code),
        ];
        _inLand = Enumerable
            .Range(0, _strata.Length)
            .GroupBy(stratum => _strata[stratum].Land)
            .ToDictionary(land => land.Key, land => land.ToArray(), StringComparer.Ordinal);
        var population = (Companies / _strata.Length) + 1;
        Study = new(
            design,
            StudyVersion.Of([_questionnaire], _ => [Model]),
            [.. _strata.Select(cell => new FrameStratum(cell, population, population))],
            Origin.Synthetic,
            StudyPhase.InField
        );
        PerLand = responses / _inLand.Count;
    }

    public Study Study { get; }

    public IndexModel Model { get; }

    public IReadOnlyCollection<string> Laender => _inLand.Keys;

    public int PerLand { get; }

    /// <summary>Those that a kept answer can have.</summary>
    public IReadOnlyList<string> CodesOf(int kept) => Study.Design.Kept[kept].Codes(_questionnaire);

    /// <summary>Those of one Land, the same ones each time. The arrays are filled anew for each.</summary>
    public IEnumerable<(ReportingCell Stratum, ReportingCell Cell, double[] Scores, KeptValue[] Kept)> Of(string land)
    {
        var strata = _inLand[land];
        var random = new Random(strata[0]);
        var codes = Study.Design.Kept.Select((_, kept) => CodesOf(kept)).ToArray();
        var (scores, kept) = (new double[Model.Nodes.Count], new KeptValue[codes.Length]);
        for (var response = 0; response < PerLand; response++)
        {
            for (var node = 0; node < scores.Length; node++)
            {
                scores[node] = random.Next(10) == 0 ? double.NaN : random.Next(DistinctScores) * 100.0 / (DistinctScores - 1);
            }

            for (var answer = 0; answer < kept.Length; answer++)
            {
                kept[answer] =
                    codes[answer].Count > 0
                        ? new(codes[answer][random.Next(codes[answer].Count)], double.NaN)
                        : KeptValue.Of(answer == 0 ? random.Next(2_000) : random.Next(2));
            }

            var stratum = _strata[strata[response % strata.Length]];
            yield return (stratum, random.Next(20) == 0 ? Moved(stratum, random) : stratum, scores, kept);
        }
    }

    /// <summary>The next size class, up or down.</summary>
    private ReportingCell Moved(ReportingCell stratum, Random random)
    {
        var sizes = Study.Design.Variables[2].Classification.Entries;
        var place = sizes.Select(size => size.Code).ToList().IndexOf(stratum[2]);
        var next = place == 0 || (place < sizes.Count - 1 && random.Next(2) == 0) ? place + 1 : place - 1;
        return ReportingCell.Of(stratum.Land, stratum[1], sizes[next].Code);
    }

    internal static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Dmk.Maturity.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
