using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>What came of a respondent's answers: the state of the form and, where a test asks for them, the scores.</summary>
internal sealed class Outcome(Questionnaire questionnaire, Answers answers)
{
    private readonly Dictionary<string, double[]> _scores = new(StringComparer.Ordinal);

    public Interview Interview { get; } = Interview.Of(questionnaire, answers);

    /// <summary>As a submission is scored: from the answers on the path.</summary>
    public double Score(IndexModel model, IndexNode node)
    {
        if (!_scores.TryGetValue(model.Id, out var scores))
        {
            _scores[model.Id] = scores = model.Score(Interview.Of(questionnaire, Interview.OnPath));
        }

        return scores[node.Index];
    }

    /// <summary>Whether the answers could be submitted, once soft checks are confirmed.</summary>
    public bool Submits => Interview.Problems.Count == 0 && Interview.Fired.All(fired => fired.Check.Level != CheckLevel.Hard);
}
