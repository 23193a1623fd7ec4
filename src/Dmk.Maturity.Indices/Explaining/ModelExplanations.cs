using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Explains the scores of a model.</summary>
public static class ModelExplanations
{
    extension(IndexModel model)
    {
        /// <summary>How this company's scores come about: which answer gave how many points to every node above it.</summary>
        /// <exception cref="ArgumentException">An interview of another questionnaire, or of another major version.</exception>
        /// <exception cref="InvalidOperationException">The model does not fit this minor version of the questionnaire, or an answer is not
        /// one that the questionnaire allows.</exception>
        public ScoreExplanation Explain(Interview interview) => Explainer.Explain(model, model.PlanFor(interview), interview);

        /// <summary>For each indicator what its best answers would add to the index. Others may follow from them (a question that is asked
        /// then); that is not counted.</summary>
        /// <inheritdoc cref="Explain"/>
        public IReadOnlyList<Headroom> HeadroomOf(Interview interview)
        {
            var plan = model.PlanFor(interview);
            var scores = new double[plan.Nodes.Count];
            var presences = new Presence[plan.Nodes.Count];
            plan.Score(interview, scores, presences);
            return
            [
                .. model
                    .Nodes.Where(node => plan.Nodes[node.Index].Indicator is not null)
                    .Select(node => new Headroom(node, plan.Best(node.Index, scores, presences) - scores[0])),
            ];
        }
    }
}
