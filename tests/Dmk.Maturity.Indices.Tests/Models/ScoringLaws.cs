using CsCheck;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>What holds for whatever is answered, under every aggregation.</summary>
public class ScoringLaws
{
    private static readonly string[] _aggregations =
    [
        "maximum", /*lang=json*/
        "{ power: 2 }",
        "arithmetic", /*lang=json*/
        "{ power: 0.5 }",
        "geometric",
        "harmonic", /*lang=json*/
        "{ power: -2 }",
        "minimum",
        "count",
    ];

    /// <summary>The small model with every aggregation at the dimensions.</summary>
    private static readonly IndexModel[] _models =
    [
        .. _aggregations.Select(aggregation =>
            IndexModel
                .Parse(
                    SmallSurvey
                        .IndexYaml.Replace(
                            "aggregate: arithmetic\n      missing",
                            $"aggregate: {aggregation}\n      missing",
                            StringComparison.Ordinal
                        )
                        .Replace("aggregate: geometric", $"aggregate: {aggregation}", StringComparison.Ordinal)
                        .Replace("aggregate: minimum", $"aggregate: {aggregation}", StringComparison.Ordinal),
                    "index.yaml",
                    SmallSurvey.Questionnaire
                )
                .OrThrow()
        ),
    ];

    /// <summary>Answers from worst to best, of questions that no other question depends on; without an answer in between.</summary>
    private static readonly Dictionary<string, Answer[]> _ladders = new()
    {
        ["skills.training"] = [new Answer.Coded("none"), new Answer.Coded("pilot"), new Answer.Coded("wide")],
        ["skills.hiring"] = [new Answer.Coded("none"), new Answer.Coded("pilot"), new Answer.Coded("wide")],
        ["ai_fields"] =
        [
            new Answer.CodedSet(["nothing"]),
            new Answer.CodedSet(["b"]),
            new Answer.CodedSet(["a", "c"]),
            new Answer.CodedSet(["a", "b", "c"]),
        ],
        ["specialists"] = [new Answer.Number(0), new Answer.Number(1), new Answer.Number(7), new Answer.Number(1000)],
        ["outage"] = [new Answer.Number(10), new Answer.Number(5), new Answer.Number(0)],
        // Whoever does not use AI is routed past the fields, which the model scores 0: no more than the lowest answer.
        ["ai_use"] = [new Answer.Coded("none"), new Answer.Coded("pilot"), new Answer.Coded("wide")],
    };

    private static readonly Gen<Answers> _answers = Gen.Int[0, int.MaxValue - 1]
        .Select(seed => RandomAnswers.To(SmallSurvey.Questionnaire, new Random(seed)));
    private static readonly Gen<IndexModel> _model = Gen.Int[0, _models.Length - 1].Select(place => _models[place]);

    [Fact]
    public void A_better_answer_never_lowers_a_score() =>
        Gen.Select(
                _model,
                _answers,
                Gen.Int[0, _ladders.Count - 1].Select(place => _ladders.Keys.ElementAt(place)),
                Gen.Int[0, 3],
                Gen.Int[0, 3]
            )
            .Sample(
                (model, answers, variable, one, other) =>
                {
                    var ladder = _ladders[variable];
                    var (worse, better) = (Math.Min(one, other) % ladder.Length, Math.Max(one, other) % ladder.Length);
                    if (worse > better)
                    {
                        (worse, better) = (better, worse);
                    }

                    // The question that a change of ai_use opens has an answer, so that no indicator appears or goes.
                    var complete =
                        answers["ai_fields"] is Answer.Missing ? answers.With("ai_fields", new Answer.CodedSet(["nothing"])) : answers;
                    var before = Score(model, complete.With(variable, ladder[worse]));
                    var after = Score(model, complete.With(variable, ladder[better]));
                    return Enumerable
                        .Range(0, before.Length)
                        .All(node => double.IsNaN(before[node]) == double.IsNaN(after[node]) && !(after[node] < before[node] - 1e-12));
                }
            );

    [Fact]
    public void Scores_stay_within_the_scale() =>
        Gen.Select(_model, _answers)
            .Sample((model, answers) => Score(model, answers).All(score => double.IsNaN(score) || score is >= 0 and <= 100));

    [Fact]
    public void A_node_lies_between_the_lowest_and_the_highest_of_its_children() =>
        Gen.Select(Gen.Int[0, 3].Select(place => _models[place]), _answers)
            .Sample(
                (model, answers) =>
                {
                    var scores = Score(model, answers);
                    return model
                        .Nodes.Where(node => !double.IsNaN(scores[node.Index]))
                        .All(node =>
                        {
                            var children = model
                                .Nodes.Where(child => child.Parent == node.Index)
                                .Select(child => scores[child.Index])
                                .Where(score => !double.IsNaN(score))
                                .ToArray();
                            return children.Length == 0
                                || (scores[node.Index] >= children.Min() - 1e-9 && scores[node.Index] <= children.Max() + 1e-9);
                        });
                }
            );

    [Fact]
    public void The_means_stand_in_their_order() =>
        _answers.Sample(answers =>
        {
            var scores = _models[..^1].Select(model => Score(model, answers)[model.Node("people")!.Index]).ToArray();
            return double.IsNaN(scores[0]) || scores.Zip(scores.Skip(1)).All(pair => pair.First >= pair.Second - 1e-9);
        });

    [Fact]
    public void Answers_off_the_path_change_nothing() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                    Score(model, answers).SequenceEqual(Score(model, Interview.Of(SmallSurvey.Questionnaire, answers).OnPath))
            );

    [Fact]
    public void Weights_times_ten_change_nothing()
    {
        var tenfold = IndexModel
            .Parse(
                System.Text.RegularExpressions.Regex.Replace(
                    SmallSurvey.IndexYaml,
                    "weight: ([12])",
                    found => $"weight: {found.Groups[1].Value}0"
                ),
                "index.yaml",
                SmallSurvey.Questionnaire
            )
            .OrThrow();
        _answers.Sample(answers =>
            Score(SmallSurvey.Model, answers)
                .Zip(Score(tenfold, answers))
                .All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 1e-12)
        );
    }

    private static double[] Score(IndexModel model, Answers answers) => model.Score(Interview.Of(SmallSurvey.Questionnaire, answers));
}
