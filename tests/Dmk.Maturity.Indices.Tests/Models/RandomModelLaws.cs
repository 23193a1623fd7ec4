using CsCheck;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>What holds for every model and whatever is answered.</summary>
public class RandomModelLaws
{
    private static readonly IndexModel[] _models = [.. Enumerable.Range(0, 300).Select(seed => RandomModel.Of(seed, directions: true))];
    private static readonly IndexModel[] _undirected =
    [
        .. Enumerable.Range(0, 300).Select(seed => RandomModel.Of(seed, directions: false)),
    ];

    private static readonly Gen<Answers> _answers = Gen.Int[0, int.MaxValue - 1]
        .Select(seed => RandomAnswers.To(SmallSurvey.Questionnaire, new Random(seed)));
    private static readonly Gen<IndexModel> _model = Gen.Int[0, _models.Length - 1].Select(place => _models[place]);

    /// <summary>Answers from worst to best, of questions that no other question depends on.</summary>
    private static readonly Dictionary<string, Answer[]> _ladders = new()
    {
        ["skills.training"] = [new Answer.Coded("none"), new Answer.Coded("pilot"), new Answer.Coded("wide")],
        ["skills.hiring"] = [new Answer.Coded("none"), new Answer.Coded("pilot"), new Answer.Coded("wide")],
        ["ai_fields"] =
        [
            new Answer.CodedSet(["nothing"]),
            new Answer.CodedSet(["b"]),
            new Answer.CodedSet(["a", "b"]),
            new Answer.CodedSet(["a", "b", "c"]),
        ],
        ["specialists"] = [new Answer.Number(0), new Answer.Number(1), new Answer.Number(3), new Answer.Number(7), new Answer.Number(1000)],
        ["outage"] = [new Answer.Number(10), new Answer.Number(5), new Answer.Number(0)],
    };

    [Fact]
    public void Scores_are_on_the_scale_or_missing() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                    Score(model, answers).All(score => double.IsNaN(score) || (score >= model.ScaleFrom && score <= model.ScaleTo))
            );

    [Fact]
    public void Every_aggregation_and_every_kind_of_indicator_has_a_score_somewhere()
    {
        var random = new Random(5);
        var answers = Enumerable
            .Range(0, 50)
            .Select(_ => Interview.Of(SmallSurvey.Questionnaire, RandomAnswers.To(SmallSurvey.Questionnaire, random)))
            .ToArray();
        var present = _models.Sum(model => answers.Sum(one => model.Score(one).Count(score => !double.IsNaN(score))));

        Assert.InRange((double)present / _models.Sum(model => model.Nodes.Count * answers.Length), 0.3, 0.95);
    }

    [Fact]
    public void A_better_answer_never_lowers_a_score() =>
        Gen.Select(
                Gen.Int[0, _undirected.Length - 1].Select(place => _undirected[place]),
                _answers,
                Gen.Int[0, _ladders.Count - 1].Select(place => _ladders.Keys.ElementAt(place)),
                Gen.Int[0, 4],
                Gen.Int[0, 4]
            )
            .Sample(
                (model, answers, variable, one, other) =>
                {
                    var ladder = _ladders[variable];
                    var (worse, better) = (
                        Math.Min(one % ladder.Length, other % ladder.Length),
                        Math.Max(one % ladder.Length, other % ladder.Length)
                    );
                    // No indicator comes or goes by a division by nobody, or where a condition becomes known.
                    var complete = Filled(
                        Filled(answers.With("persons", new Answer.Number(20)), "specialists", new Answer.Number(1)),
                        "skills.training",
                        new Answer.Coded("pilot")
                    );
                    var (before, after) = (
                        Score(model, complete.With(variable, ladder[worse])),
                        Score(model, complete.With(variable, ladder[better]))
                    );

                    // A ladder on which the climb now reaches a missing rung has lost its score, and the others take over its weight:
                    // nothing to
                    // compare.
                    return Enumerable.Range(0, before.Length).Any(node => double.IsNaN(before[node]) != double.IsNaN(after[node]))
                        || Enumerable.Range(0, before.Length).All(node => !(after[node] < before[node] - 1e-9));
                }
            );

    [Fact]
    public void An_explanation_has_the_scores_themselves() =>
        Gen.Select(_model, _answers)
            .Sample((model, answers) => Explain(model, answers).Nodes.Select(node => node.Score).SequenceEqual(Score(model, answers)));

    [Fact]
    public void What_the_answers_give_adds_up_to_the_score_of_every_node() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                {
                    var explanation = Explain(model, answers);
                    foreach (var node in explanation.Nodes.Where(node => node.Answers.Count == 0))
                    {
                        var points = explanation
                            .Indicators.SelectMany(indicator => indicator.Contributions)
                            .Where(contribution => contribution.To == node.Node)
                            .Sum(contribution => contribution.Points);
                        if (double.IsNaN(node.Score) ? !double.IsNaN(points) : Math.Abs(points - (node.Score - model.ScaleFrom)) > 1e-9)
                        {
                            return false;
                        }
                    }

                    return true;
                }
            );

    [Fact]
    public void What_the_children_give_adds_up_to_the_score_of_their_parent() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                {
                    var explanation = Explain(model, answers);
                    return explanation
                        .Nodes.Where(node => node.Answers.Count == 0 && !double.IsNaN(node.Score))
                        .All(node =>
                            Math.Abs(
                                explanation
                                    .Nodes.Where(child => child.Node.Parent == node.Node.Index)
                                    .Sum(child => child.Contributions[0].Points) - (node.Score - model.ScaleFrom)
                            ) < 1e-9
                        );
                }
            );

    [Fact]
    public void What_is_left_out_gives_nothing_and_weighs_nothing() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                    Explain(model, answers)
                        .Nodes.Where(node => double.IsNaN(node.Score))
                        .All(node =>
                            node.EffectiveWeight == 0 && node.Contributions.All(contribution => contribution.Points is 0 or double.NaN)
                        )
            );

    [Fact]
    public void Points_are_never_negative_and_never_more_than_the_scale_is_wide() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                    Explain(model, answers)
                        .Nodes.All(node =>
                            node.Contributions.All(contribution =>
                                double.IsNaN(contribution.Points)
                                || (contribution.Points >= 0 && contribution.Points <= model.ScaleTo - model.ScaleFrom + 1e-9)
                            )
                        )
            );

    [Fact]
    public void Effective_weights_of_siblings_add_up_to_1() =>
        Gen.Select(_model, _answers)
            .Sample(
                (model, answers) =>
                {
                    var explanation = Explain(model, answers);
                    return explanation
                        .Nodes.Where(node => node.Node.Parent is not null)
                        .GroupBy(node => node.Node.Parent)
                        .All(siblings => siblings.Sum(node => node.EffectiveWeight) is var sum && (sum == 0 || Math.Abs(sum - 1) < 1e-12));
                }
            );

    [Fact]
    public void What_does_not_apply_counts_as_if_it_were_not_there()
    {
        // The line of every indicator on training is taken out of models in which it is excluded when it does not apply.
        Gen.Select(Gen.Int[0, 5000], _answers)
            .Sample(
                (seed, answers) =>
                {
                    var yaml = RandomModel.Yaml(seed, directions: true).Replace("of: all", "of: applicable", StringComparison.Ordinal);
                    yaml = System.Text.RegularExpressions.Regex.Replace(
                        yaml,
                        "(question: skills.training.*notApplicable: )[0-9]+",
                        "$1exclude"
                    );
                    var lines = yaml.Split('\n');
                    var kept = lines.Where(line => !line.Contains("question: skills.training", StringComparison.Ordinal)).ToArray();
                    if (
                        kept.Length == lines.Length
                        || kept.Zip(kept.Skip(1))
                            .Any(pair =>
                                pair.First.EndsWith("children:", StringComparison.Ordinal) && Indent(pair.Second) < Indent(pair.First)
                            )
                    )
                    {
                        return true;
                    }

                    var with = IndexModel.Parse(yaml, "with.yaml", SmallSurvey.Questionnaire).OrThrow();
                    var without = IndexModel.Parse(string.Join('\n', kept), "without.yaml", SmallSurvey.Questionnaire).OrThrow();
                    var inapplicable = answers.With("skills.training", new Answer.Missing(MissingReason.NotApplicable));
                    var (one, other) = (Score(with, inapplicable), Score(without, inapplicable));
                    return without.Nodes.All(node => one[with.Node(node.Id)!.Index].Equals(other[node.Index]));
                }
            );
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static Answers Filled(Answers answers, string variable, Answer answer) =>
        answers[variable] is Answer.Missing ? answers.With(variable, answer) : answers;

    private static double[] Score(IndexModel model, Answers answers) => model.Score(Interview.Of(SmallSurvey.Questionnaire, answers));

    private static ScoreExplanation Explain(IndexModel model, Answers answers) =>
        model.Explain(Interview.Of(SmallSurvey.Questionnaire, answers));
}
