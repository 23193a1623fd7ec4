using System.Globalization;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>The model of the small survey with a few words changed, and what it gives for answers.</summary>
internal static class SmallScores
{
    public static IndexModel Changed(params string[] changes) =>
        IndexModel
            .Parse(
                changes.Chunk(2).Aggregate(SmallSurvey.IndexYaml, (yaml, change) => Defect.In(yaml, change[0], change[1])),
                "index.yaml",
                SmallSurvey.Questionnaire
            )
            .OrThrow();

    public static void Check(IndexModel model, string answers, string node, double score)
    {
        var scores = model.Score(SmallSurvey.Interview(answers));

        Assert.Equal(model.Nodes.Count, scores.Length);
        Assert.True(
            double.IsNaN(score) ? double.IsNaN(scores[model.Node(node)!.Index]) : Math.Abs(score - scores[model.Node(node)!.Index]) < 1e-12,
            string.Create(CultureInfo.InvariantCulture, $"{answers}: {node} is {scores[model.Node(node)!.Index]}, not {score}.")
        );
    }
}
