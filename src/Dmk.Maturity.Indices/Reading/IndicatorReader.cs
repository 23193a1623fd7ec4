using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads the leaves of an index model: an indicator on a question, or on a value computed from answers.</summary>
internal sealed class IndicatorReader(Questionnaire questionnaire, Scale scale, List<Problem> problems)
{
    private static readonly string[] _scoringKeys = ["score", "goalposts", "bands", "missing"];

    private readonly MissingScoresReader _missing = new(scale);
    private readonly ReadVariables _read = new(questionnaire, problems);
    private readonly NormalisationReader _normalisations = new(scale);

    /// <param name="title">What is asked, for an indicator that has no title of its own.</param>
    public Indicator? Read(YamlMapping node, Direction direction, out Text? title)
    {
        title = null;
        var (question, value) = (node.Optional("question"), node.Optional("value"));
        if (question is null == value is null)
        {
            Accept(node);
            node.Report(
                "node-kind",
                "A node has either children, or a question with a score, goalposts or bands, or a value with "
                    + "goalposts, bands or a score. Say which."
            );
            return null;
        }

        return question is not null ? OnQuestion(node, question, direction, out title) : OnValue(node, value!, direction);
    }

    private Indicator? OnQuestion(YamlMapping node, YamlNode name, Direction direction, out Text? title)
    {
        var variable = name.AsString() is { } id ? Find(id, name) : null;
        title =
            variable is null ? null
            : variable.Part is { } part ? part.Label
            : variable.Question.Text;
        if (variable is null)
        {
            Accept(node);
            return null;
        }

        var missing = _missing.Read(node, [variable]);
        switch (variable.Question)
        {
            case Question.Single single when variable.Id == single.Id:
                return Scores(node) is { } bySingle && Choices(bySingle).ScoresOrExclusions(variable, single.Options) is { } scores
                    ? new Indicator.ByCode(variable, scores, missing)
                    : null;
            case Question.Grid { Several: true } grid:
                return OnTicks(node, variable, new(grid.Options, null, null), missing);
            case Question.Grid grid:
                return Scores(node) is { } byRow && Choices(byRow).ScoresOrExclusions(variable, grid.Options) is { } rowScores
                    ? new Indicator.ByCode(variable, rowScores, missing)
                    : null;
            case Question.Multiple multiple when variable.Id == multiple.Id:
                return OnTicks(node, variable, new(multiple.Options, multiple.Minimum, multiple.Maximum), missing);
            case Question.Numeric or Question.SumGroup when node.Optional("score") is null:
                return _normalisations.Read(node, variable, direction) is { } normalisation
                    ? new Indicator.ByNumber(variable, normalisation, missing)
                    : null;
            case Question.Single
            or Question.Multiple
            or Question.CodeSearch
            or Question.Numeric
            or Question.SumGroup
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note:
                Accept(node);
                var instead = variable.Question is Question.Numeric or Question.SumGroup ? "goalposts or bands" : "another question";
                name.Report("not-a-choice", $"'{variable.Id}' is not a choice, so it has no options to score. Use {instead}.");
                return null;
            default:
                throw new UnreachableException(variable.Question.GetType().Name);
        }
    }

    private Indicator.ByTicks? OnTicks(YamlMapping node, Variable variable, TickScoreReader.Ticks ticks, MissingScores missing) =>
        Scores(node) is { } scores && new TickScoreReader(scores, Choices(scores), scale).Read(variable, ticks) is var (rule, reach)
            ? new(variable, rule, missing, reach)
            : null;

    private static YamlMapping? Scores(YamlMapping node) => node.Required("score")?.AsMapping();

    private ChoiceScoreReader Choices(YamlMapping scores) => new(scores, _missing);

    private Variable? Find(string id, YamlNode name)
    {
        if (questionnaire.Variable(id) is { } variable)
        {
            return variable;
        }

        var parts = questionnaire.Variables.Where(one => one.Question.Id == id).Select(one => one.Id).ToArray();
        if (parts.Length > 0)
        {
            name.Report("question-has-parts", $"'{id}' has several parts. Name one of them: {string.Join(", ", parts)}.");
        }
        else
        {
            var near = NearMiss.Of(id, questionnaire.Variables.Select(one => one.Id));
            name.Report(
                "unknown-question",
                $"The questionnaire {questionnaire.Id} {questionnaire.Version} has no question '{id}'. "
                    + $"{(near is null ? "A row of a grid is written question.row." : $"Did you mean '{near}'?")}"
            );
        }

        return null;
    }

    private Indicator? OnValue(YamlMapping node, YamlNode value, Direction direction)
    {
        if (value.AsScalar() is not { } scalar || value.AsString() is null || _read.Parse(scalar) is not { } expression)
        {
            Accept(node);
            return null;
        }

        var variables = _read.Of(expression);
        var missing = _missing.Read(node, variables);
        if (expression.Kind == ExpressionKind.Truth)
        {
            return OnTruth(node, value, expression, variables, missing);
        }

        if (node.Optional("score") is not null)
        {
            value.Report("not-a-condition", $"'{expression.Source}' is a number, which neither holds nor fails. Use goalposts or bands.");
            Accept(node);
            return null;
        }

        // A value that is nothing but one variable has that variable's bounds.
        var only = questionnaire.Variable(expression.Source.Trim());
        return _normalisations.Read(node, only, direction) is { } normalisation
            ? new Indicator.ByValue(expression, variables, normalisation, missing)
            : null;
    }

    /// <summary>A condition scores <c>score: { true: 100, false: 0 }</c>.</summary>
    private Indicator.ByTruth? OnTruth(
        YamlMapping node,
        YamlNode value,
        Expression expression,
        IReadOnlyList<Variable> variables,
        MissingScores missing
    )
    {
        if (node.Optional("goalposts") is not null || node.Optional("bands") is not null)
        {
            value.Report(
                "not-a-number",
                $"'{expression.Source}' is a condition, which has no place between goalposts or in bands. Write "
                    + "score: { true: 100, false: 0 }."
            );
            return null;
        }

        if (node.Required("score")?.AsMapping() is not { } scores)
        {
            return null;
        }

        var (holds, fails) = (scores.Required("true"), scores.Required("false"));
        scores.NothingElse();
        return holds is null || fails is null || _missing.OnScale(holds) is not { } yes || _missing.OnScale(fails) is not { } no
            ? null
            : new(expression, variables, yes, no, missing);
    }

    /// <summary>Where one mistake hides what belongs here, nothing of it is called unknown.</summary>
    private static void Accept(YamlMapping node)
    {
        foreach (var key in _scoringKeys)
        {
            _ = node.Optional(key);
        }
    }
}
