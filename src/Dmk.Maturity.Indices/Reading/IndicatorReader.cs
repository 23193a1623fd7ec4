using System.Collections.Frozen;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads the leaves of an index model: a score for each option, a count of options, or a computed number between goalposts.</summary>
internal sealed class IndicatorReader(Questionnaire questionnaire, (double From, double To) scale, List<Problem> problems)
{
    private static readonly Dictionary<string, bool> _outside = new(StringComparer.Ordinal) { ["clip"] = true, ["missing"] = false };

    private readonly MissingScoresReader _missing = new(scale);
    private readonly ReadVariables _read = new(questionnaire, problems);

    /// <param name="title">What is asked, for an indicator that has no title of its own.</param>
    public Indicator? Read(YamlMapping node, out Text? title)
    {
        title = null;
        var (question, value) = (node.Optional("question"), node.Optional("value"));
        if (question is null == value is null)
        {
            _ = (node.Optional("score"), node.Optional("goalposts"), node.Optional("missing"));
            node.Report("node-kind", "A node has either children, or a question with a score, or a value with goalposts. Say which.");
            return null;
        }

        return question is not null ? OnQuestion(node, question, out title) : OnValue(node, value!);
    }

    private Indicator? OnQuestion(YamlMapping node, YamlNode name, out Text? title)
    {
        var score = node.Required("score");
        var variable = name.AsString() is { } id ? Find(id, name) : null;
        title = variable is null ? null : variable.Part is { } part ? part.Label : variable.Question.Text;
        if (variable is null)
        {
            _ = node.Optional("missing");
            return null;
        }

        var missing = _missing.Read(node, [variable]);
        if (score?.AsMapping() is not { } scores)
        {
            return null;
        }

        return variable.Question switch
        {
            Question.Single single when variable.Id == single.Id => OnCodes(variable, single.Options, scores, missing),
            Question.Grid grid => OnCodes(variable, grid.Options, scores, missing),
            Question.Multiple multiple when variable.Id == multiple.Id => OnCount(variable, multiple, scores, missing),
            _ => NotAChoice(name, variable),
        };
    }

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
            name.Report("unknown-question", $"The questionnaire {questionnaire.Id} {questionnaire.Version} has no question '{id}'. {(near is null ? "A row of a grid is written question.row." : $"Did you mean '{near}'?")}");
        }

        return null;
    }

    private static Indicator? NotAChoice(YamlNode name, Variable variable)
    {
        name.Report("not-a-choice", $"'{variable.Id}' is not a choice, so it has no options to score. Use value: with goalposts.");
        return null;
    }

    private Indicator.ByCode OnCodes(Variable variable, IReadOnlyList<Option> options, YamlMapping scores, MissingScores missing)
    {
        var byCode = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (code, node) in scores.Entries)
        {
            if (!options.Any(option => option.Code == code.Value))
            {
                code.Report("unknown-code", $"'{variable.Id}' has no option '{code.Value}'. It has: {string.Join(", ", options.Select(option => option.Code))}.");
            }
            else if (_missing.OnScale(node) is { } score)
            {
                byCode[code.Value] = score;
            }
        }

        var without = options.Select(option => option.Code).Where(code => !scores.Entries.Any(entry => entry.Key.Value == code)).ToArray();
        if (without.Length > 0)
        {
            scores.Report("code-without-score", $"These options of '{variable.Id}' have no score: {string.Join(", ", without)}. Give each one.");
        }

        if (without.Length == 0 && byCode.Count == options.Count && byCode.Values.Max() < scale.To)
        {
            scores.Report(
                "unreachable-score",
                string.Create(CultureInfo.InvariantCulture, $"The best answer to '{variable.Id}' scores {byCode.Values.Max()}, the scale ends at {scale.To}: nobody can reach the top."),
                Severity.Warning);
        }

        return new Indicator.ByCode(variable.Id, byCode.ToFrozenDictionary(StringComparer.Ordinal), missing);
    }

    private Indicator.ByCount? OnCount(Variable variable, Question.Multiple multiple, YamlMapping scores, MissingScores missing)
    {
        var node = scores.Required("countShare");
        var full = node?.AsInteger(1);
        scores.NothingElse();
        if (full is null)
        {
            return null;
        }

        var counted = multiple.Options.Where(option => !option.Exclusive).Select(option => option.Code).ToFrozenSet(StringComparer.Ordinal);
        var most = Math.Min(counted.Count, multiple.Maximum ?? counted.Count);
        if (full > most)
        {
            node!.Report("unreachable-score", string.Create(CultureInfo.InvariantCulture, $"{full} options earn the full score of '{variable.Id}', but at most {most} can be ticked. Write {most} or less."));
        }

        return new(variable.Id, counted, full.Value, scale.From, scale.To, missing);
    }

    private Indicator.ByValue? OnValue(YamlMapping node, YamlNode value)
    {
        var expression = value.AsString() is null ? null : _read.Parse(value.AsScalar()!);
        var goalposts = node.Required("goalposts")?.AsMapping() is { } posts ? Goalposts(posts) : null;
        if (expression is null)
        {
            _ = node.Optional("missing");
            return null;
        }

        var variables = _read.Of(expression);
        var missing = _missing.Read(node, variables);
        return goalposts is null ? null : new(expression, [.. variables.Select(variable => variable.Id)], goalposts, missing);
    }

    private Goalposts? Goalposts(YamlMapping node)
    {
        var (low, high) = (node.Required("low")?.AsDecimal(), node.Required("high")?.AsDecimal());
        var clip = node.Required("outside")?.AsChoice(_outside);
        node.NothingElse();
        if (low is not null && low == high)
        {
            node.Report("goalposts-equal", "The goalposts are the same. Write the value that earns the lowest score as low, the one that earns the highest as high.");
        }

        return low is null || high is null || clip is null ? null : new((double)low, (double)high, clip.Value, scale.From, scale.To);
    }
}
