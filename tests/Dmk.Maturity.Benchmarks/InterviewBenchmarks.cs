using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What the server does when a company saves or submits: works out the whole interview again, or only what depends on one
/// changed answer.
/// 100 questions, 94 conditions, 20 computed values, 12 checks.</summary>
[MemoryDiagnoser]
public class InterviewBenchmarks
{
    private readonly Answer[] _numbers = [new Answer.Number(3), new Answer.Number(4)];
    private readonly Answer[] _codes = [new Answer.Coded("none"), new Answer.Coded("wide")];
    private readonly byte[] _stored = AnswersJson.Write(InterviewDefinition.Answers);
    private Interview _interview = null!;
    private int _turn;

    [GlobalSetup]
    public void Setup()
    {
        _interview = Interview.Of(InterviewDefinition.Form, InterviewDefinition.Answers);
        Look(_interview);
    }

    /// <summary>Everything from the answers alone: the path, what is wrong, which checks fired, what a submission keeps.</summary>
    [Benchmark(Baseline = true)]
    public int All()
    {
        var interview = Interview.Of(InterviewDefinition.Form, InterviewDefinition.Answers);
        return Look(interview) + interview.OnPath.Count;
    }

    /// <summary>The same, and the scores of a model with 100 indicators.</summary>
    [Benchmark]
    public double AllAndScores()
    {
        var interview = Interview.Of(InterviewDefinition.Form, InterviewDefinition.Answers);
        return Look(interview) + interview.OnPath.Count + InterviewDefinition.Model.Score(interview)[0];
    }

    /// <summary>The same from the answers as they are stored.</summary>
    [Benchmark]
    public double StoredAndScores()
    {
        var interview = Interview.Of(InterviewDefinition.Form, AnswersJson.Read(_stored));
        return Look(interview) + interview.OnPath.Count + InterviewDefinition.Model.Score(interview)[0];
    }

    /// <summary>One number that bounds, computed values and checks read, and a condition.</summary>
    [Benchmark]
    public int OneNumber()
    {
        _interview = _interview.With("q12", _numbers[++_turn % 2]);
        return Look(_interview);
    }

    /// <summary>One code on which much of the path depends.</summary>
    [Benchmark]
    public int OneCode()
    {
        _interview = _interview.With("q4", _codes[++_turn % 2]);
        return Look(_interview);
    }

    private static int Look(Interview interview) => interview.Problems.Count + interview.Fired.Count;
}
