using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What a submission and a table cost in the indices room: the pilot study's own model and design, 5,000 respondents in all
/// strata of 16 Länder, 13 sectors and 4 sizes.
/// The Land x sector table is what an operator waits for; a partition scores every company once.</summary>
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private const int Respondents = 5000;

    private IndexModel _model = null!;
    private static readonly Audience _operator = new(Role.Operator, null, "benchmark");

    private StudyDesign _design = null!;
    private IReadOnlyList<ReportingVariable> _landBySector = [];
    private FrameStratum[] _frame = null!;
    private StudyMoments _moments = null!;
    private WeightedStudy _weighted = null!;
    private ProtectedLattice _lattice = null!;
    private Interview _interview = null!;

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "questionnaires");
        var classifications = Classifications.Read(Path.Combine(folder, "classifications")).OrThrow();
        var questionnaire = Questionnaire
            .Read(Path.Combine(folder, "pilotstudie-wirtschaft", "questionnaire.yaml"), classifications)
            .OrThrow();
        _model = IndexModel.Read(Path.Combine(folder, "pilotstudie-wirtschaft", "index.yaml"), questionnaire).OrThrow();
        _design = StudyDesign.Read(Path.Combine(folder, "pilotstudie-wirtschaft", "study.yaml"), classifications).OrThrow();
        _interview = Interview.Of(questionnaire, SomeAnswers(questionnaire));

        var strata =
            from land in _design.Variable("land")!.Classification.Entries
            from sector in _design.Variable("sector")!.Classification.Entries
            from size in _design.Variable("size")!.Classification.Entries
            select ReportingCell.Of(land.Code, sector.Code, size.Code);
        _frame = [.. strata.Select(cell => new FrameStratum(cell, 4000, 200))];
        _moments = new(StudyMoments.LayoutOf(_model));
        var random = new Random(2027);
        var scores = new double[_model.Nodes.Count];
        for (var i = 0; i < Respondents; i++)
        {
            for (var node = 0; node < scores.Length; node++)
            {
                scores[node] = random.Next(10) == 0 ? double.NaN : 100 * random.NextDouble();
            }

            var stratum = _frame[random.Next(_frame.Length)].Cell;
            var cell = random.Next(20) == 0 ? _frame[random.Next(_frame.Length)].Cell : stratum;
            _moments.At(stratum, cell).Add(scores);
        }

        _landBySector = _design.Table(["land", "sector"])!;
        _weighted = WeightedStudy.Of(_design, _frame, _moments);
        _lattice = _weighted.Protect(_model, _model.Nodes[0], _operator);
    }

    /// <summary>All nodes of the model for one interview.</summary>
    [Benchmark]
    public double[] Score() => _model.Score(_interview);

    /// <summary>Which answer gave how much, to every node above it.</summary>
    [Benchmark]
    public ScoreExplanation Explain() => _model.Explain(_interview);

    /// <summary>Weights, all tables of the lattice and the gate, from merged moments: the first reader after a change.</summary>
    [Benchmark(Baseline = true)]
    public IndexTable LandBySector() =>
        IndexTable.Of(WeightedStudy.Of(_design, _frame, _moments), _model, _model.Nodes[0], _landBySector, _operator);

    /// <summary>The same for a further node of the same state.</summary>
    [Benchmark]
    public ProtectedLattice FurtherNode() => _weighted.Protect(_model, _model.Nodes[1], _operator);

    /// <summary>A further table of the same node and state.</summary>
    [Benchmark]
    public IndexTable FurtherTable() => _lattice.Table(_landBySector, []);

    private static Answers SomeAnswers(Questionnaire questionnaire) =>
        Answers.Of(
            from variable in questionnaire.Variables
            let answer = variable.Question switch
            {
                Question.Single single when variable.Id == single.Id => new Answer.Coded(single.Options[^1].Code),
                Question.Grid grid => new Answer.Coded(grid.Options[^1].Code),
                Question.Multiple multiple when variable.Id == multiple.Id => new Answer.CodedSet([multiple.Options[0].Code]),
                Question.Numeric => new Answer.Number(10),
                _ => Answer.Unanswered,
            }
            select KeyValuePair.Create(variable.Id, answer)
        );

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Dmk.Maturity.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
