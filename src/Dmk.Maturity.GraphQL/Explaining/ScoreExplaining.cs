using Dmk.Maturity.Grains;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Explains the scores of answers that somebody made up. Nothing is stored, and no company's answers are read.</summary>
internal sealed class ScoreExplaining(Catalogue catalogue, GraphQLLimits limits)
{
    public async Task<ExplainScorePayload> Explain(
        string studyId,
        string? index,
        IReadOnlyList<AnswerInput> inputs,
        Language language,
        CancellationToken cancellation
    )
    {
        var study =
            await catalogue.Study(studyId, cancellation)
            ?? throw new Refusal("STUDY_UNKNOWN", $"There is no study '{studyId}'. See studies.");
        var models = study.Versions[^1].Indices;
        var model =
            (index is null ? (models is [var first, ..] ? first : null) : models.FirstOrDefault(one => one.Id == index))
            ?? throw new Refusal(
                "INDEX_UNKNOWN",
                $"The study {studyId} has no index '{index}'. It has {string.Join(", ", models.Select(one => one.Id))}."
            );
        var sent = SentAnswers.Of(inputs, limits.Answers);
        AnswerProblem[] problems =
        [
            .. sent.Problems,
            .. sent.Changes.Select(change => Check(study.Questionnaire, change.Key, change.Value)).OfType<AnswerProblem>(),
            .. ListedItems.Unlisted(study.Questionnaire, Answers.None, sent.Changes),
        ];
        if (problems.Length > 0)
        {
            return new() { Problems = [.. problems.Select(problem => new MadeUpProblemView(problem, language))] };
        }

        var answers = Answers.Of(sent.Changes.Select(change => Canonical(study.Questionnaire, change.Key, change.Value)));
        var explanation = model.Explain(Interview.Of(study.Questionnaire, answers));
        return new()
        {
            Score = explanation.Nodes[0].Score.OrNull,
            Nodes = [.. explanation.Nodes.Select(node => new ScoredNodeView(node, model, language))],
        };
    }

    /// <summary>Answers of the wave before and the day may be made up as well.</summary>
    private static AnswerProblem? Check(Questionnaire questionnaire, string id, Answer answer) =>
        questionnaire.Fact(id) switch
        {
            { Variable: { } variable } => questionnaire.Validate(variable, answer) is { } problem ? problem with { Variable = id } : null,
            { } when answer is Answer.Day => null,
            _ => questionnaire.Validate(id, answer),
        };

    private static KeyValuePair<string, Answer> Canonical(Questionnaire questionnaire, string id, Answer answer) =>
        new(id, answer is Answer.CodedSet ticked && questionnaire.Variable(id) is { } known ? known.Question.Ticked(ticked.Codes) : answer);
}
