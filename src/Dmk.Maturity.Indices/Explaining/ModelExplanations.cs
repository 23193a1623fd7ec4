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
    }
}
